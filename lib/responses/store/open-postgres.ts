import { attachDatabasePool } from '@vercel/functions'
import { type Dialect, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'

/** A pool that Vercel closes with the function, so that no connections stay open. */
export function openPostgres(url: string): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    idleTimeoutMillis: 10_000,
    // Also how long a request may wait for a connection: in a burst on a busy machine, late is better than an error.
    connectionTimeoutMillis: 30_000,
    types: { getTypeParser },
  })
  // A broken idle connection must not end the process; the next query opens a new one.
  pool.on('error', (error) => console.error(`PostgreSQL: ${error.message}`))
  attachDatabasePool(pool)
  return new PostgresDialect({ pool })
}

/** Counts and times are `bigint`, which pg returns as text: they are far below 2^53. */
const getTypeParser: typeof types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(id, format)
