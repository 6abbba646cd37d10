import { Kysely } from 'kysely'
import pLimit from 'p-limit'
import { isBusy } from './libsql-dialect'
import { migrate } from './migrate'
import type { Schema } from './schema'
import type { Store } from './store'

/**
 * Opens a database and migrates it to the newest version. The driver of each kind of database is only loaded for that
 * kind.
 * @param url `file:data/quire.db`, `libsql://…` (with `DATABASE_AUTH_TOKEN`) or `postgres://…`
 * @param options.purpose who opens it, for the message to a second process that wants to write the same file
 * @throws {FileInUse} if another process writes the file
 */
export async function openStore(url: string, { purpose }: { purpose: string }): Promise<Store> {
  const store = await open(url, purpose)
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function open(url: string, purpose: string): Promise<Store> {
  if (/^postgres(?:ql)?:/.test(url)) {
    const { openPostgres } = await import('./open-postgres')
    return storeOf('postgres', new Kysely<Schema>({ dialect: openPostgres(url) }))
  }
  if (url.startsWith('file:')) {
    const { openFile } = await import('./open-libsql')
    const { dialect, release } = await openFile(url, purpose)
    return storeOf('file', new Kysely<Schema>({ dialect }), release)
  }
  if (/^(?:libsql|https?|wss?):/.test(url)) {
    const { openServer } = await import('./open-libsql')
    const store = storeOf('libsql', new Kysely<Schema>({ dialect: openServer(url) }))
    // A libSQL server has one writer: transactions that wait for each other there would time out.
    const inTurn = pLimit(1)
    return { ...store, write: (work) => inTurn(() => store.write(work)) }
  }
  throw new Error(
    `DATABASE_URL is ${JSON.stringify(url.replace(/\/\/.*@/, '//…@'))}: it must begin with file:, libsql:// or postgres://.`,
  )
}

function storeOf(kind: Store['kind'], db: Kysely<Schema>, release?: () => void): Store {
  return {
    kind,
    db,
    write: (work) => again(() => db.transaction().execute(work)),
    close: async () => {
      await db.destroy()
      release?.()
    },
  }
}

/** A transaction that only conflicted with another one will probably succeed the next time. */
async function again<T>(attempt: () => Promise<T>, left = 4, wait = 20): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (left === 0 || !isConflict(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, wait * (1 + Math.random())))
    return again(attempt, left - 1, wait * 3)
  }
}

/** A libSQL server that is overloaded at the moment. */
function isOverloaded(error: unknown): boolean {
  return error instanceof Error && /HTTP status 429\b/.test(error.message)
}

/** @see https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html */
function isConflict(error: unknown): boolean {
  if (isBusy(error) || isOverloaded(error)) return true
  return error instanceof Error && 'code' in error && ['40001', '40P01'].includes(String(error.code))
}
