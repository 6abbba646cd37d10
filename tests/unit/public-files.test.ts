import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleEnhancement } from '../../lib/build/enhancement'
import { copyKatex } from '../../lib/build/katex'
import { PublicFiles } from '../../lib/public-files'
import { MediaStore } from '../../lib/references/media'

let project = ''

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quire-public-'))
})

afterEach(() => rmSync(project, { recursive: true }))

function write(path: string, text = path): void {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}

const has = (path: string) => existsSync(join(project, path))

test('a build keeps all files of the author in public, in folders of any name', async () => {
  const authors = [
    'public/media/mine.jpg',
    'public/media/2014/boat.jpg',
    'public/assets/enhance-of-mine.js',
    'public/assets/katex-0.1.0/katex.css',
    'public/_quire/media/mine.jpg',
    'public/_quire/enhance-of-mine.js',
    'public/_quire/katex-0.1.0/katex.css',
  ]
  for (const path of authors) write(path)
  for (let run = 0; run < 2; run++) {
    await bundleEnhancement(project)
    await copyKatex(project)
    await new MediaStore(project).removeStale()
  }
  for (const path of authors) expect(readFileSync(join(project, path), 'utf8')).toBe(path)
})

test('deletes files of an earlier run of the same step that this run did not write', async () => {
  const before = new PublicFiles(project, 'katex')
  await before.write('katex-1/fonts/a.woff2', 'a')
  await before.write('kept.css', 'k')
  await before.removeStale()
  const other = new PublicFiles(project, 'enhance')
  await other.write('enhance-1.js', 'e')
  await other.removeStale()
  const after = new PublicFiles(project, 'katex')
  await after.write('kept.css', 'k')
  await after.removeStale()
  expect(has('public/_quire/katex-1')).toBe(false)
  expect(has('public/_quire/kept.css')).toBe(true)
  expect(has('public/_quire/enhance-1.js')).toBe(true)
})

test.each([
  '../mine.jpg',
  'media/../../mine.jpg',
  '/mine.jpg',
  '..',
  '../../public',
  'media/./../../mine.jpg',
])('a list that contains %j deletes nothing outside the folder', async (name) => {
  write('public/mine.jpg')
  write('.quire/public/media.txt', `${name}\n`)
  await new PublicFiles(project, 'media').removeStale()
  expect(has('public/mine.jpg')).toBe(true)
})

test('a folder in the list stays, with its content', async () => {
  write('public/_quire/media/2014/mine.jpg')
  write('.quire/public/media.txt', 'media/2014\n')
  await new PublicFiles(project, 'media').removeStale()
  expect(has('public/_quire/media/2014/mine.jpg')).toBe(true)
})

test('the run after a killed one deletes its leftover files', async () => {
  await new PublicFiles(project, 'media').write('media/draft.png', 'not for readers')
  await new PublicFiles(project, 'media').removeStale()
  expect(has('public/_quire/media/draft.png')).toBe(false)
})
