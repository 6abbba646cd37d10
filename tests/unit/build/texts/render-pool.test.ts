import { mkdtempSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RenderPool } from '@/lib/build/texts/render-pool'
import { defaultSettings } from '@/lib/markdown/context'

const folder = mkdtempSync(join(tmpdir(), 'pool-'))

test.skipIf(availableParallelism() < 2)(
  'a pool that began with one text uses every core for the many after it',
  async () => {
    const pool = openPool(`
      import { readdirSync, writeFileSync } from 'node:fs'
      import { setTimeout } from 'node:timers/promises'
      import { threadId } from 'node:worker_threads'
      export default async ({ body }) => {
        if (body === 'one') return { html: 'first' }
        writeFileSync(body + threadId, '')
        while (readdirSync(body).length < 2) await setTimeout(10)
        return { html: 'beside another' }
      }`)
    pool.expect(1)
    await pool.render({ body: 'one', settings: defaultSettings })
    pool.expect(100)
    const threads = `${mkdtempSync(join(folder, 'threads-'))}/`
    const texts = await Promise.all(
      [1, 2].map(() => pool.render({ body: threads, settings: defaultSettings })),
    )
    await pool.close()
    expect(texts.map(({ html }) => html)).toEqual(['beside another', 'beside another'])
  },
  120_000,
)

test('its threads do not load TypeScript as this process does', async () => {
  const pool = openPool('export default () => ({ html: JSON.stringify(process.execArgv) })')
  const { html } = await pool.render({ body: '', settings: defaultSettings })
  await pool.close()
  expect(process.execArgv).not.toEqual([])
  expect(html).toBe('[]')
}, 120_000)

function openPool(worker: string): RenderPool {
  const file = join(mkdtempSync(join(folder, 'worker-')), 'worker.mjs')
  writeFileSync(file, worker)
  return new RenderPool(file)
}
