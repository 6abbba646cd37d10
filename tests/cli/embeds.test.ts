import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// What it fetches and stores is tested in tests/unit/snapshots and by the browser suite, whose sites it prepares.
describe('npm run embeds', () => {
  test('rejects a wrong option with a hint before it does anything', () => {
    const { status, stderr } = run('--max-video', 'large')
    expect(status).toBe(1)
    expect(stderr).toContain("argument 'large' is invalid. It must be a number above 0.")
    expect(stderr).toContain('--help')
  })

  test('--help shows examples', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(/--prune[\s\S]*Examples:/)
  })

  test('rejects a server for an unknown provider', () => {
    const { status, stderr } = run('--endpoints', 'myspace=http://127.0.0.1')
    expect(status).toBe(1)
    expect(stderr).toContain('“myspace=http://127.0.0.1” must be site=address')
  })
})

function run(...args: string[]) {
  return spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), path.resolve('lib/cli/embeds.ts'), ...args],
    { encoding: 'utf8' },
  )
}
