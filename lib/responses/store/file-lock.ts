import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { isBusy } from './libsql-dialect'

/**
 * Makes this process the only one that writes a database file, until the process ends, even if it is killed: the
 * operating system holds the lock on a second, empty database file and releases it with the process.
 * @param file path of the database file
 * @param purpose who holds it, for the message to the next process: `the server`
 * @returns releases it
 * @throws {FileInUse} if another process holds it
 */
export async function lockFile(file: string, purpose: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true })
  const holder = `${file}.holder`
  const client = createClient({ url: `file:${file}.lock`, concurrency: 1, timeout: 200 })
  try {
    const transaction = await takeExclusively(client)
    writeFileSync(holder, `${purpose} (process ${process.pid})`)
    return () => {
      rmSync(holder, { force: true })
      transaction.close()
      client.close()
    }
  } catch (error) {
    client.close()
    if (isBusy(error)) throw new FileInUse(file, readHolder(holder))
    throw error
  }
}

/** Another process writes the file. */
export class FileInUse extends Error {
  readonly file: string

  constructor(file: string, holder: string) {
    super(
      `${file} is used by ${holder}. Only one process may write it: end that one first, or use its /admin.`,
    )
    this.name = 'FileInUse'
    this.file = file
  }
}

/** `BEGIN IMMEDIATE` takes the write lock of the lock file; the transaction never ends, so the lock is held. */
async function takeExclusively(client: Client) {
  const transaction = await client.transaction('write')
  await transaction.execute('create table if not exists held (at integer)')
  return transaction
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return 'another process'
  }
}
