import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { isBusy } from './libsql-dialect'

/**
 * Makes this process the only one that writes a database file, until it ends, however it ends: the lock is one that
 * the operating system keeps on a second, empty database file, so a killed process leaves none behind.
 * @param file path of the database file
 * @param purpose who holds it, for the message to the next one: `the server`
 * @returns releases it
 * @throws {FileInUse} where another process holds it
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

/** `BEGIN IMMEDIATE` takes the write lock of the lock file, which is held by never ending that transaction. */
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
