import { sql } from 'kysely'
import { MIGRATIONS } from './migrations'
import type { Store } from './store'

/**
 * Migrates the database to the newest version. Safe when two instances start at once: the first one to take the lock
 * migrates, and the other finds nothing to do. A migration runs completely or not at all.
 *
 * Kysely's own migrator takes no lock on SQLite. Here a transaction takes it: with `BEGIN IMMEDIATE` on SQLite, with an
 * advisory lock that ends with the transaction on PostgreSQL.
 *
 * @returns how many migrations ran
 * @throws if a newer version of this program has migrated the database
 */
export async function migrate(
  store: Pick<Store, 'kind' | 'write'>,
  migrations: readonly (readonly string[])[] = MIGRATIONS,
): Promise<number> {
  return store.write(async (db) => {
    if (store.kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
    await sql`create table if not exists migrations (version integer primary key, at bigint not null)`.execute(
      db,
    )
    const { rows } = await sql<{
      version: number | null
    }>`select max(version) as version from migrations`.execute(db)
    const version = Number(rows[0]?.version ?? 0)
    if (version > migrations.length) {
      throw new Error(
        `The database is at version ${version} and this program knows ${migrations.length}: deploy the newer program again.`,
      )
    }
    for (const [index, statements] of migrations.slice(version).entries()) {
      for (const statement of statements) await sql.raw(statement).execute(db)
      await sql`insert into migrations (version, at) values (${version + index + 1}, ${Date.now()})`.execute(
        db,
      )
    }
    return migrations.length - version
  })
}

/** Any number that no other program uses in this database: the bytes of “quir”. */
const LOCK = 0x71_75_69_72
