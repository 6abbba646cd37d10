import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '@libsql/client'
import type { Dialect } from 'kysely'
import { lockFile } from './file-lock'
import { libsqlDialect } from './libsql-dialect'

/**
 * A database in a file of this machine, which no other process writes meanwhile.
 * @throws {FileInUse}
 */
export async function openFile(
  url: string,
  purpose: string,
): Promise<{ dialect: Dialect; release: () => void }> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  const release = await lockFile(path, purpose)
  try {
    // Another program may hold the file for a moment: a backup, somebody who looks into it. libSQL waits without letting
    // anything else run, so not for long: `Store.write` tries again.
    const client = createClient({ url: `file:${path}`, concurrency: 1, timeout: BUSY_MS })
    return { dialect: libsqlDialect({ client, serial: true, onOpen: prepare }), release }
  } catch (error) {
    release()
    throw error
  }
}

/** A libSQL server such as Turso. */
export function openServer(url: string): Dialect {
  const client = createClient({ url, authToken: process.env.DATABASE_AUTH_TOKEN })
  return libsqlDialect({ client, serial: false })
}

/**
 * With a write-ahead log readers see the last state while one writes; it is a property of the file. `full`: what was
 * acknowledged is on the disk, so it survives a power cut too.
 */
async function prepare(client: Client): Promise<void> {
  await client.execute('pragma journal_mode = wal')
  await client.execute('pragma synchronous = full')
}

const BUSY_MS = 1000
