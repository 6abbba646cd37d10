import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashCode } from '../../../../lib/delivery/kept-pages/code-hash'

const project = mkdtempSync(join(tmpdir(), 'code-hash-'))
mkdirSync(join(project, 'lib'))
writeFileSync(
  join(project, 'lib', 'a.ts'),
  'process.env.SITE_COLOR; process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= "1"; env.VERCEL_URL',
)
afterAll(() => rmSync(project, { recursive: true }))

const hashOf = (env: Record<string, string>) => hashCode(project, 'content', env)

test('a variable that the code reads changes the hash', async () => {
  expect(await hashOf({ SITE_COLOR: 'red' })).not.toBe(await hashOf({ SITE_COLOR: 'blue' }))
})

test.each(['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', 'VERCEL_URL', 'OTHER'])(
  '%s, which changes no page, does not change it',
  async (name) => {
    expect(await hashOf({ [name]: 'a' })).toBe(await hashOf({}))
  },
)
