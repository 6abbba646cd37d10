import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleCode } from '../../../../lib/build/texts/bundle-code'

test('the hash of the pipeline changes with every file that it imports, directly or not', async () => {
  mkdirSync('.quire', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.quire', 'bundle-code-test-'))
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  const hash = async () => (await bundleCode(folder, join(folder, 'a.ts'))).hash
  try {
    write('package-lock.json', '{}')
    write('a.ts', "import { b } from './b'\nconsole.log(b)\n")
    write('b.ts', "export { c as b } from './c'\n")
    write('c.ts', 'export const c = 1\n')
    write('unused.ts', 'export const d = 1\n')
    const before = await hash()
    write('unused.ts', 'export const d = 2\n')
    expect(await hash()).toBe(before)
    write('c.ts', 'export const c = 2\n')
    const after = await hash()
    expect(after).not.toBe(before)
    write('package-lock.json', '{"a": 1}')
    expect(await hash()).not.toBe(after)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
