import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectFiles, PageStore, restoreFiles } from '@/lib/delivery/kept-pages/page-store'

const html =
  '<link href="/_next/static/chunks/a.css"><img src="/_next/static/media/b.png?x=1"><p>/_next/static/no.js</p>'
const page = {
  route: '/posts/a',
  entry: { initialRevalidateSeconds: false },
  files: [
    { name: 'posts/a.html', content: Buffer.from(html) },
    { name: 'posts/a.meta', content: Buffer.from('{}') },
  ],
}

async function store(...keys: string[]) {
  const distDir = mkdtempSync(join(tmpdir(), 'pages-'))
  const pages = new PageStore(distDir)
  for (const key of keys) pages.write(key, page)
  return { pages, fileOf: (key: string) => join(distDir, 'cache', 'quire', 'pages', `${key}.page`) }
}

test('returns what was stored, and the files it loads', async () => {
  const { pages } = await store('one')
  expect(pages.read('one')).toEqual(page)
  expect(pages.readAssets('one')).toEqual(['static/chunks/a.css', 'static/media/b.png'])
  expect(pages.read('two')).toBeUndefined()
})

test.each<[string, (file: Buffer) => Buffer]>([
  ['cut short', (file) => file.subarray(0, -1)],
  ['emptied', () => Buffer.alloc(0)],
  [
    'changed in its content',
    (file) => Buffer.concat([file.subarray(0, -9), Buffer.from('x'), file.subarray(-8)]),
  ],
  [
    'changed in its list of what it loads',
    (file) => Buffer.from(file.toString('latin1').replace('a.css', 'b.css'), 'latin1'),
  ],
  ['replaced by something else', () => Buffer.from('{"key":"one"}\n')],
])('does not return a page whose file was %s', async (_, damage) => {
  const { pages, fileOf } = await store('one')
  writeFileSync(fileOf('one'), damage(readFileSync(fileOf('one'))))
  expect(pages.read('one')).toBeUndefined()
  expect(pages.readAssets('one')).toBeUndefined()
})

test('does not return the page of another key', async () => {
  const { pages, fileOf } = await store('one')
  cpSync(fileOf('one'), fileOf('two'))
  expect(pages.read('two')).toBeUndefined()
})

test('deletes pages that a build does not use', async () => {
  const { pages, fileOf } = await store('one', 'two')
  writeFileSync(join(fileOf('one'), '..', 'three.gz'), '')
  await pages.keepOnly(new Set(['two']))
  expect(readdirSync(join(fileOf('one'), '..'))).toEqual(['two.page'])
})

test('collects nothing of a page whose files have other names', () => {
  expect(collectFiles(mkdtempSync(join(tmpdir(), 'app-')), '/posts/a')).toBeUndefined()
})

test.each([
  ['a page', '/posts/%C3%BCber', '/posts/über', ['.html', '.rsc', '.meta']],
  ['what a route handler answered', '/tags/a/rss.xml', '/tags/a/rss.xml', ['.body', '.meta']],
  ['an old URL that begins with index', '/index/a', '/index/index/a', ['.body', '.meta']],
])('collects and restores the files of %s', (_, url, route, extensions) => {
  const built = mkdtempSync(join(tmpdir(), 'app-'))
  for (const extension of extensions) {
    mkdirSync(join(built, route, '..'), { recursive: true })
    writeFileSync(join(built, `${route}${extension}`), `${route}${extension}`)
  }
  const files = collectFiles(built, url) ?? []
  const restored = mkdtempSync(join(tmpdir(), 'app-'))
  // One file of the last build is the same, one is not.
  const last = mkdtempSync(join(tmpdir(), 'app-'))
  mkdirSync(join(last, route, '..'), { recursive: true })
  writeFileSync(join(last, `${route}${extensions[0]}`), `${route}${extensions[0]}`)
  writeFileSync(join(last, `${route}${extensions[1]}`), 'of another build')
  restoreFiles(restored, files, last)
  for (const extension of extensions)
    expect(readFileSync(join(restored, `${route}${extension}`), 'utf8')).toBe(`${route}${extension}`)
  const all = readdirSync(join(restored, route, '..')).sort()
  expect(all).toEqual(readdirSync(join(built, route, '..')).sort())
  expect(all).toHaveLength(extensions.length)
})
