import { afterAll, beforeAll } from 'vitest'
import { openStore } from '../../lib/responses/store/open-store'
import type { Store } from '../../lib/responses/store/store'
import type { DatabaseKind, TestDatabase } from './databases'

/**
 * Opens a store on a new database before the tests of a `describe`, and removes both after them.
 * @param use receives the store; not called where the database cannot be started here
 */
export function useStore(
  { missing, start }: Pick<DatabaseKind, 'missing' | 'start'>,
  use: (store: Store) => void,
): void {
  let database: TestDatabase | undefined
  let store: Store | undefined
  beforeAll(async () => {
    if (missing) return
    database = await start()
    store = await openStore(database.url, { purpose: 'a test' })
    use(store)
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await database?.stop()
  })
}
