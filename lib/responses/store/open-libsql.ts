import { fileURLToPath } from 'node:url'
import { createClient, type ResultSet } from '@libsql/client'
import type { Dialect } from 'kysely'
import { openFileClient } from './file-client'
import { lockFile } from './file-lock'
import { libsqlDialect, type SqlClient, type SqlResult } from './libsql-dialect'

/**
 * A database in a file on this machine, which no other process writes meanwhile.
 * @throws {FileInUse}
 */
export async function openFile(
  url: string,
  purpose: string,
): Promise<{ dialect: Dialect; release: () => void }> {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
  const release = await lockFile(path, purpose)
  try {
    // Another program may lock the file for a moment, such as a backup. Everything else waits meanwhile, so the timeout
    // is short: `Store.write` tries again.
    const client = await openFileClient({ path, timeout: BUSY_MS })
    return { dialect: libsqlDialect({ client, connections: 1, onOpen: prepare }), release }
  } catch (error) {
    release()
    throw error
  }
}

/** A libSQL server such as Turso. */
export function openServer(url: string): Dialect {
  const client = createClient({ url, authToken: process.env.DATABASE_AUTH_TOKEN })
  const server: SqlClient = {
    execute: async (statement) => toPlain(await client.execute(statement)),
    begin: async () => {
      const transaction = await client.transaction('write')
      return {
        execute: async (statement) => toPlain(await transaction.execute(statement)),
        end: async (how) => {
          await transaction[how]()
          transaction.close()
        },
      }
    },
    reconnect: async () => client.reconnect(),
    close: async () => client.close(),
  }
  return libsqlDialect({ client: server, connections: SERVER_CONNECTIONS })
}

/** A server answers 429 if one client sends too many requests at once. */
const SERVER_CONNECTIONS = 10

/** A row of libSQL is an array with extra properties; Kysely's rows are objects. */
function toPlain({ columns, rows, rowsAffected, lastInsertRowid }: ResultSet): SqlResult {
  return {
    rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]]))),
    rowsAffected,
    lastInsertRowid,
  }
}

/**
 * With a write-ahead log readers see the last state during a write; it is a property of the file. `full`: acknowledged
 * data is on disk, so it also survives a power failure.
 */
async function prepare(client: SqlClient): Promise<void> {
  await client.execute('pragma journal_mode = wal')
  await client.execute('pragma synchronous = full')
}

const BUSY_MS = 1000
