import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-fresh-'))
  mkdirSync(path.join(folder, 'content', 'posts', 'trip'), { recursive: true })
  writeFileSync(path.join(folder, 'content', 'posts', 'trip', 'index.md'), 'my words')
  writeFileSync(path.join(folder, 'content', 'posts', 'trip', 'photo.bin'), Buffer.from([0, 255, 1]))
})

describe('npm run start-fresh', () => {
  test('changes nothing without a terminal to ask in', () => {
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing was changed.')
    expect(readdirSync(folder)).toEqual(['content'])
    expect(readFileSync(path.join(folder, 'content/posts/trip/index.md'), 'utf8')).toBe('my words')
  })

  test('keeps every file of the old content, byte for byte', () => {
    const { status, stdout } = run('--yes')
    expect(status).toBe(0)
    const backup = readdirSync(folder).find((name) => name.startsWith('content-backup-')) ?? ''
    expect(stdout).toContain(`Your old content is in ${backup}.`)
    expect(readFileSync(path.join(folder, backup, 'posts/trip/photo.bin'))).toEqual(Buffer.from([0, 255, 1]))
    expect(readdirSync(path.join(folder, 'content')).sort()).toEqual(['pages', 'posts', 'site.yaml'])
    expect(existsSync(path.join(folder, 'content/posts/trip'))).toBe(false)
  })

  test('gives the new folder the permissions of the old one', () => {
    chmodSync(path.join(folder, 'content'), 0o755)
    expect(run('--yes').status).toBe(0)
    expect(statSync(path.join(folder, 'content')).mode & 0o777).toBe(0o755)
  })

  test('explains what it will do before it does it', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('content-backup-')
  })

  test('rejects an unknown option', () => {
    expect(run('--force').status).toBe(1)
    expect(readdirSync(folder)).toEqual(['content'])
  })
})

function run(...args: string[]) {
  return spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), path.join(project, 'lib/cli/start-fresh.ts'), ...args],
    { cwd: folder, encoding: 'utf8', input: '', env: { ...process.env, CONTENT_DIR: '' } },
  )
}
