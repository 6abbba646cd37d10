import type { Database, Writer } from './schema'

/** An open database. */
export interface Store {
  kind: 'file' | 'libsql' | 'postgres'
  /** For reading, and for single statements that need no transaction. */
  db: Database
  /**
   * Runs work in one transaction: all of it is stored durably when this returns, or nothing if it throws. It is retried
   * after a conflict with another connection, so `work` must only use the database.
   */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The URL of the database: `DATABASE_URL`, or a file in the project's folder, which is created automatically. */
export function databaseUrl(env: Record<string, string | undefined> = process.env): string {
  return env.DATABASE_URL || 'file:data/quire.db'
}
