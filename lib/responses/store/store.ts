import type { Database, Writer } from './schema'

/** An open database. */
export interface Store {
  kind: 'file' | 'libsql' | 'postgres'
  /** For reading, and for single statements that need no transaction. */
  db: Database
  /**
   * Runs work in one transaction: all of it is stored, durably, when this returns, or nothing where it throws. Tried
   * again where another connection was in the way, so `work` must do nothing but talk to the database.
   */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Where responses are kept: `DATABASE_URL`, else a file in the project's folder that makes itself. */
export function databaseUrl(env: Record<string, string | undefined> = process.env): string {
  return env.DATABASE_URL || 'file:data/quire.db'
}
