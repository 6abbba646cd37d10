import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MediaStore } from '../../../lib/references/media'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'
let project = ''

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quire-media-'))
  mkdirSync(join(project, 'content'))
  mkdirSync(join(project, 'public'))
})

afterEach(() => rmSync(project, { recursive: true }))

function write(path: string, text: string): string {
  writeFileSync(join(project, path), text)
  return join(project, path)
}

test('copies a picture to a name made of its content and measures it', async () => {
  const located = await new MediaStore(project).locate(write('content/My Cat.SVG', svg))
  expect(located).toEqual({
    url: expect.stringMatching(/^\/_quire\/media\/my-cat\.[\da-f]{8}\.svg$/),
    width: 40,
    height: 30,
  })
  expect(readFileSync(join(project, 'public', located.url), 'utf8')).toBe(svg)
})

test('gives a changed picture another URL', async () => {
  const before = await new MediaStore(project).locate(write('content/a.svg', svg))
  const after = await new MediaStore(project).locate(write('content/a.svg', svg.replace('40', '50')))
  expect(after.url).not.toBe(before.url)
})

test('leaves a picture in public where it is', async () => {
  const located = await new MediaStore(project).locate(write('public/a b.svg', svg))
  expect(located).toEqual({ url: '/a%20b.svg', width: 40, height: 30 })
})

test('serves other files without a size', async () => {
  const located = await new MediaStore(project).locate(write('content/paper.pdf', '%PDF-1.7'))
  expect(located).toEqual({ url: expect.stringMatching(/^\/_quire\/media\/paper\.[\da-f]{8}\.pdf$/) })
})

test('removes copies that are no longer used', async () => {
  await new MediaStore(project).locate(write('content/old.svg', svg))
  const media = new MediaStore(project)
  await media.locate(write('content/new.svg', svg))
  await media.removeStale()
  expect(readdirSync(join(project, 'public/_quire/media'))).toEqual([expect.stringMatching(/^new\./)])
})

test.each(['a.p"ng', 'a.b#c', 'a.x?y', 'a.<svg>', 'a.ï'])('a file named %j has a plain URL', async (name) => {
  const located = await new MediaStore(project).locate(write(`content/${name}`, 'x'))
  expect(located.url).toMatch(/^\/_quire\/media\/[a-z\d.-]+$/)
})

test('measures a file that only drafts use, and publishes it as soon as a published post uses it too', async () => {
  const media = new MediaStore(project)
  const file = write('content/secret.svg', svg)
  const draft = await media.locate(file, false)
  expect(draft).toMatchObject({ width: 40, height: 30 })
  expect(existsSync(join(project, 'public', draft.url))).toBe(false)
  const published = await media.locate(file)
  expect(published).toEqual(draft)
  expect(existsSync(join(project, 'public', draft.url))).toBe(true)
})

test('copies the same picture of many posts once, even if they are located at the same time', async () => {
  const files = Array.from({ length: 20 }, (_, index) => {
    mkdirSync(join(project, `content/post-${index}`))
    return write(`content/post-${index}/cover.svg`, svg)
  })
  const stores = [new MediaStore(project), new MediaStore(project)]
  const located = await Promise.all(files.flatMap((file) => stores.map((store) => store.locate(file))))
  expect(new Set(located.map(({ url }) => url)).size).toBe(1)
  expect(readdirSync(join(project, 'public/_quire/media'))).toHaveLength(1)
})
