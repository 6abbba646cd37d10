import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Source } from '../../../lib/model/document'
import { findFile } from '../../../lib/references/files'

let project = ''

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'quire-files-'))
  for (const file of [
    'content/posts/a/index.md',
    'content/posts/a/cat picture.png',
    'content/posts/old/static/images/dog.png',
    'content/posts/old/posts/b.md',
    'content/posts/old/static/2017/locks/gate.svg',
    'content/posts/old/statics/figures/sea/gate.png',
    'content/posts/old/one/twice/gate.png',
    'content/posts/old/two/twice/gate.png',
    'content/posts/old/theme/css/page.css',
    'public/logo.svg',
    'secret.png',
    'content/posts/a/.cache/env.png',
    'content/.git/config',
    'content/posts/a/draft.md',
    'content/posts/a/DRAFT.MDX',
    'content/site.yaml',
    'content/posts/a/compose.yaml',
  ]) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    writeFileSync(join(project, file), '')
  }
  symlinkSync('/etc/hostname', join(project, 'content/posts/a/link.png'))
  symlinkSync('/proc/self/environ', join(project, 'content/posts/a/.cache/env'))
  symlinkSync('../../.git', join(project, 'content/posts/a/folder'))
  symlinkSync('../../.git/config', join(project, 'content/posts/a/config.txt'))
  symlinkSync('cat picture.png', join(project, 'content/posts/a/same.png'))
  symlinkSync('draft.md', join(project, 'content/posts/a/draft.txt'))
})

afterAll(() => rmSync(project, { recursive: true }))

const own: Source = { file: 'content/posts/a/index.md', bodyLine: 1, dialect: 'plain', root: 'content' }
const old: Source = {
  file: 'content/posts/old/posts/b.md',
  bodyLine: 1,
  dialect: 'hugo',
  root: 'content/posts/old',
}

test('finds a picture next to the post by its percent-encoded name', () => {
  expect(findFile('cat%20picture.png', own, project)).toBe(join(project, 'content/posts/a/cat picture.png'))
})

test('finds a picture with a query or a fragment', () => {
  expect(findFile('./cat%20picture.png?v=1#x', own, project)).toBe(
    join(project, 'content/posts/a/cat picture.png'),
  )
})

test('finds the only file of an imported blog that a URL can mean', () => {
  const file = join(project, 'content/posts/old/statics/figures/sea/gate.png')
  expect(findFile('/figures/sea/gate.png', old, project)).toBe(file)
  expect(findFile('../../sea/gate.png', old, project)).toBe(file)
  for (const url of ['/twice/gate.png', '/gate.png', '/css/page.css', '/a/sea/gate.png'])
    expect(findFile(url, old, project)).toBeUndefined()
  expect(findFile('/figures/sea/gate.png', own, project)).toBeUndefined()
})

test('finds a root-relative URL in the static folder of the old blog', () => {
  expect(findFile('/images/dog.png', old, project)).toBe(
    join(project, 'content/posts/old/static/images/dog.png'),
  )
})

test('finds a root-relative URL in public', () => {
  expect(findFile('/logo.svg', own, project)).toBe(join(project, 'public/logo.svg'))
})

test('finds nothing outside the content and public', () => {
  expect(findFile('../../../secret.png', own, project)).toBeUndefined()
  expect(findFile('%2e%2e/%2e%2e/%2e%2e/secret.png', own, project)).toBeUndefined()
})

test('finds no folder and no empty URL', () => {
  expect(findFile('.', own, project)).toBeUndefined()
  expect(findFile('#top', own, project)).toBeUndefined()
})

test('finds a picture of a vault by its name, in any folder', () => {
  const vault: Source = { ...old, dialect: 'obsidian' }
  const dog = join(project, 'content/posts/old/static/images/dog.png')
  expect(findFile('wikilink:dog.png', vault, project)).toBe(dog)
  expect(findFile('wikilink:Images/Dog.png', vault, project)).toBe(dog)
  expect(findFile('wikilink:og.png', vault, project)).toBeUndefined()
  expect(findFile('wikilink:../secret.png', vault, project)).toBeUndefined()
})

test.each([
  ['.cache/env', 'a hidden link to the environment'],
  ['.cache/env.png', 'a hidden file'],
  ['../../.git/config', 'the settings of Git'],
  ['%2e%2e/../.git/config', 'the same, encoded'],
  ['folder/config', 'the same through a linked folder'],
  ['config.txt', 'the same through a linked file'],
  ['link.png', 'a link out of the project'],
  ['draft.md', 'the source of a post'],
  ['DRAFT.MDX', 'the source of a post, in capitals'],
  ['draft.txt', 'a link to the source of a post'],
  ['../../site.yaml', 'the settings of the site'],
])('publishes no file for %j: %s', (address) => {
  expect(findFile(address, own, project)).toBeUndefined()
})

test.each(['same.png', 'compose.yaml'])('publishes %j, which is inside the folder', (address) => {
  expect(findFile(address, own, project)).toBe(join(project, 'content/posts/a', address))
})

test('finds files that the old site served below its base path', () => {
  const path = join(project, 'content/posts/old/static/images/dog.png')
  expect(findFile('/blog/images/dog.png', { ...old, base: '/blog' }, project)).toBe(path)
  expect(findFile('/blog/images/dog.png', old, project)).toBeUndefined()
})

test('a relative URL is resolved against the old URL of the document, as its old system served it', () => {
  const gate = join(project, 'content/posts/old/static/2017/locks/gate.svg')
  expect(findFile('gate.svg', old, project)).toBeUndefined()
  expect(findFile('./gate.svg', { ...old, url: '/2017/locks' }, project)).toBe(gate)
  expect(findFile('../locks/gate.svg', { ...old, url: '/2017/keys' }, project)).toBe(gate)
  expect(findFile('gate.svg', { ...old, base: '/blog', url: '/blog/2017/locks' }, project)).toBe(gate)
})
