import type { Database, Writer } from '../store/schema'
import type { Store } from '../store/store'

/** Words and hosts that no comment may contain, one per line, as entered in `/admin`. */
export async function readBlockList({ db }: { db: Database | Writer }): Promise<string[]> {
  const row = await db.selectFrom('settings').where('key', '=', KEY).select('value').executeTakeFirst()
  return (row?.value ?? '').split('\n').filter((word) => word !== '')
}

/** Replaces the list. @param text one word or host per line */
export async function writeBlockList({ db }: Pick<Store, 'db'>, text: string): Promise<void> {
  const words = text
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
  const value = [...new Set(words)].join('\n')
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

const KEY = 'block-list'
