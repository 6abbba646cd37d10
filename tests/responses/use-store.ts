import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../lib/responses/store/open-store'
import type { Store } from '../../lib/responses/store/store'
import type { DatabaseKind, TestDatabase } from './databases'

/**
 * Opens a store on a new database before the tests of a `describe`, and removes both after them.
 * @param use receives the store; not called if the database cannot be started on this machine
 */
export function useStore(
  { missing, start }: Pick<DatabaseKind, 'missing' | 'start'>,
  use: (store: Store) => void | Promise<void>,
): void {
  let database: TestDatabase | undefined
  let store: Store | undefined
  beforeAll(async () => {
    if (missing) return
    database = await start()
    store = await openStore(database.url, { purpose: 'a test' })
    await use(store)
    // A busy machine takes a minute to create a PostgreSQL cluster.
  }, 180_000)
  afterAll(async () => {
    await store?.close()
    await database?.stop()
  })
}
