import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { FileInUse, lockFile } from '@/lib/responses/store/file-lock'
import { migrate } from '@/lib/responses/store/migrate'
import { MIGRATIONS } from '@/lib/responses/store/migrations'
import { openStore } from '@/lib/responses/store/open-store'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

describe.each(DATABASES)('the store on $name', ({ missing, start }) => {
  let store: Store

  useStore({ missing, start }, (opened) => {
    store = opened
  })

  test.skipIf(missing)('creates and migrates itself once', async () => {
    const { rows } = await sql<{ version: number }>`select version from migrations`.execute(store.db)
    expect(rows).toHaveLength(MIGRATIONS.length)
    expect(await migrate(store)).toBe(0)
  })

  test.skipIf(missing)('stores all of a transaction or nothing', async () => {
    const broken = store.write(async (db) => {
      await db.insertInto('settings').values({ key: 'half', value: '1' }).execute()
      throw new Error('stop')
    })
    await expect(broken).rejects.toThrow('stop')
    expect(await store.db.selectFrom('settings').where('key', '=', 'half').selectAll().execute()).toEqual([])
  })

  test.skipIf(missing)('a migration that fails leaves nothing behind', async () => {
    const broken = [...MIGRATIONS, ['create table half (id integer)', 'create table half (id integer)']]
    await expect(migrate(store, broken)).rejects.toThrow(/already exists/)
    expect(await migrate(store, [...MIGRATIONS, ['create table half (id integer)', 'drop table half']])).toBe(
      1,
    )
    await sql`delete from migrations where version > ${MIGRATIONS.length}`.execute(store.db)
  })

  test.skipIf(missing)('refuses a database of a newer program', async () => {
    await expect(migrate(store, [])).rejects.toThrow(/newer/)
  })

  test.skipIf(missing)('handles 300 concurrent writers', async () => {
    const key = 'counter'
    await store.db.insertInto('attempts').values({ key, expires: 0, count: 0 }).execute()
    const add = () =>
      store.write(async (db) => {
        await db
          .updateTable('attempts')
          .set((column) => ({ count: column('count', '+', 1) }))
          .where('key', '=', key)
          .execute()
      })
    await Promise.all(Array.from({ length: 300 }, add))
    const row = await store.db
      .selectFrom('attempts')
      .where('key', '=', key)
      .select('count')
      .executeTakeFirstOrThrow()
    expect(row.count).toBe(300)
  })

  test.skipIf(missing)('returns times as numbers', async () => {
    await store.db.insertInto('used').values({ token: 't', expires: 1_790_000_000_000 }).execute()
    const row = await store.db.selectFrom('used').select('expires').executeTakeFirstOrThrow()
    expect(row.expires).toBe(1_790_000_000_000)
  })
})

describe('PostgreSQL', () => {
  const postgres = DATABASES.find(({ name }) => name === 'PostgreSQL')

  test.skipIf(postgres?.missing)('two instances that start at once migrate once', async () => {
    const database = await postgres?.start()
    const url = database?.url ?? ''
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url, { purpose: 'a test' })))
    const { rows } = await sql`select version from migrations`.execute(stores[0]?.db ?? fail())
    expect(rows).toHaveLength(MIGRATIONS.length)
    await Promise.all(stores.map((store) => store.close()))
    await database?.stop()
  })
})

describe('a file', () => {
  const path = () => join(mkdtempSync(join(tmpdir(), 'quire-lock-')), 'quire.db')

  test('is written by one process; a second one gets an error that names it', async () => {
    const file = path()
    const release = await lockFile(file, 'the server')
    await expect(lockFile(file, 'a command')).rejects.toThrow(FileInUse)
    await expect(lockFile(file, 'a command')).rejects.toThrow(`the server (process ${process.pid})`)
    release()
    ;(await lockFile(file, 'a command'))()
  })

  test('is unlocked when its process was killed', async () => {
    const file = path()
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '-e',
        `import('./lib/responses/store/file-lock.ts').then(async (m) => { const { lockFile } = m.default ?? m; globalThis.held = await lockFile(${JSON.stringify(file)}, 'the server'); console.log('held'); setInterval(() => {}, 1000) })`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await expect(lockFile(file, 'a command')).rejects.toThrow(`process ${child.pid}`)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    ;(await lockFile(file, 'a command'))()
  })

  test('that is closed rejects instead of waiting forever', async () => {
    const store = await openStore(`file:${path()}`, { purpose: 'a test' })
    const { db } = store
    await store.close()
    await expect(db.selectFrom('settings').selectAll().execute()).rejects.toThrow()
  })

  test('can be used again after another program locked it', async () => {
    const file = path()
    const store = await openStore(`file:${file}`, { purpose: 'a test' })
    const other = createClient({ url: `file:${file}`, concurrency: 1 })
    const held = await other.transaction('write')
    const write = store.write((db) => db.insertInto('settings').values({ key: 'a', value: 'b' }).execute())
    setTimeout(() => held.rollback(), 300)
    await write
    expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([{ key: 'a', value: 'b' }])
    other.close()
    await store.close()
  })
})

function fail(): never {
  throw new Error('there is no store')
}
