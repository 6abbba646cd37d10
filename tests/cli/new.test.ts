import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'quire-new-command-'))

afterAll(() => rmSync(dir, { recursive: true }))

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/new.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: dir },
  })
}

describe('npm run new', () => {
  test('prints the file it wrote, a draft, and refuses to write it again', () => {
    const file = join(dir, 'posts', 'the-tide.md')
    expect(run('The tide')).toMatchObject({ status: 0, stdout: `${file}\n` })
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^---\ntitle: "The tide"\ndate: \d{4}-\d\d-\d\d\ndraft: true\n---\n/)

    const again = run('The tide!', '--no-draft')
    expect(again.status).toBe(1)
    expect(again.stderr).toContain(file)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('asks for a title', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('title') })
  })
})
