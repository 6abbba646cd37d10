import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBranchChanges, recordBranchChanges } from '../../../lib/build/branch-changes'
import { workspace } from '../../../lib/workspace'

let root: string
let project: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'branch-changes-'))
  // The project may be a folder of a repository.
  project = join(root, 'origin', 'site')
  mkdirSync(project, { recursive: true })
  git('init', '-q', '-b', 'trunk')
  commit({
    'content/posts/edited.md': 'One.',
    'content/posts/removed.md': '---\ntitle: "Gone: a title"\n---\nOne.',
    'content/posts/renamed.md': 'A text that is long enough to be known again.\n'.repeat(5),
    'content/posts/same.md': 'One.',
    'package.json': '{}',
  })
  git('switch', '-q', '-c', 'main')
  git('switch', '-q', '-c', 'new-post')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the changes of a branch', () => {
  test('are those since it left the default branch, including uncommitted ones', async () => {
    commit({ 'content/posts/edited.md': 'Two.', 'content/posts/ñew post.md': 'New.', 'package.json': '{ }' })
    rmSync(join(project, 'content/posts/removed.md'))
    renameSync(join(project, 'content/posts/renamed.md'), join(project, 'content/posts/renamed-again.md'))
    git('add', '-A', '.')
    git('commit', '-qm', 'Remove and rename')
    git('switch', '-q', 'main')
    commit({ 'content/posts/same.md': 'Changed on main.' })
    git('switch', '-q', 'new-post')
    write({ 'content/posts/untracked.md': 'New.' })

    const changes = await findBranchChanges(project, 'content')
    expect(changes).toMatchObject({ outcome: 'listed', since: { branch: 'main' } })
    expect(filesOf(changes)).toEqual([
      { path: 'content/posts/edited.md', change: 'edited' },
      { path: 'content/posts/removed.md', change: 'removed', title: 'Gone: a title' },
      { path: 'content/posts/renamed-again.md', change: 'edited' },
      { path: 'content/posts/untracked.md', change: 'new' },
      { path: 'content/posts/ñew post.md', change: 'new' },
    ])
  })

  test('are those of the newest commits in a shallow clone of one branch, as on Vercel', async () => {
    commit({ 'content/posts/a.md': 'One.' })
    commit({ 'content/posts/b.md': 'One.' })
    commit({ 'content/posts/c.md': 'One.' })
    git('switch', '-q', 'main')
    const clone = join(root, 'clone')
    execFileSync('git', [
      'clone',
      '-q',
      '--depth=3',
      '--single-branch',
      '--branch=new-post',
      `file://${join(root, 'origin')}`,
      clone,
    ])
    const changes = await findBranchChanges(join(clone, 'site'), 'content')
    expect(changes).toMatchObject({ since: { commits: 2 } })
    expect(filesOf(changes).map(({ path }) => path)).toEqual(['content/posts/b.md', 'content/posts/c.md'])
  })

  test.each([
    ['without Git', () => rmSync(join(root, 'origin', '.git'), { recursive: true })],
    ['without a default branch', () => git('branch', '-q', '-D', 'main')],
    ['outside of the repository', () => renameSync(join(project, 'content'), join(root, 'content'))],
  ])('are unknown %s', async (_, prepare) => {
    prepare()
    const folder = existsSync(join(root, 'content')) ? join(root, 'content') : 'content'
    expect(await findBranchChanges(project, folder)).toEqual({ outcome: 'unknown' })
  })

  test('are recorded for a preview, and for no other build', async () => {
    const file = workspace(project).branchChanges
    await recordBranchChanges(project, 'content', { VERCEL_ENV: 'preview' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      outcome: 'listed',
      since: { branch: 'main' },
      files: [],
    })
    await recordBranchChanges(project, 'content', { VERCEL_ENV: 'production' })
    expect(existsSync(file)).toBe(false)
  })
})

function filesOf(changes: Awaited<ReturnType<typeof findBranchChanges>>) {
  return changes.outcome === 'listed' ? [...changes.files].sort((a, b) => (a.path < b.path ? -1 : 1)) : []
}

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), content)
  }
}

function commit(files: Record<string, string>): void {
  write(files)
  git('add', '-A', '.')
  git('commit', '-qm', `Write ${Object.keys(files)[0]}`)
}

function git(...args: string[]): void {
  const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@blog.example', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...person, ...args], { cwd: args[0] === 'init' ? join(root, 'origin') : project })
}
