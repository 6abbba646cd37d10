import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '../../../lib/markdown/context'
import type { RenderedDocument } from '../../../lib/references/documents'
import { MediaStore } from '../../../lib/references/media'
import { locateFiles } from '../../../lib/references/own-files'

let project = ''

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quire-own-files-'))
  mkdirSync(join(project, 'content'))
  writeFileSync(join(project, 'content/a.md'), '---\ntitle: A\nimage: gone.png\n---\nText\n')
  writeFileSync(
    join(project, 'content/cat.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  )
  writeFileSync(join(project, 'content/paper.pdf'), '%PDF-1.7')
  writeFileSync(join(project, 'content/b.md'), '')
})

afterEach(() => rmSync(project, { recursive: true }))

test('finds pictures, and reports a missing one where it is used', async () => {
  const { pictures, problems } = await locate({ images: ['cat.svg', 'dog.png'] })
  expect(pictures['cat.svg']).toMatchObject({ width: 4, height: 3 })
  expect(problems).toMatchObject([
    {
      severity: 'warning',
      file: 'content/a.md',
      line: 9,
      column: 2,
      message: 'There is no picture “dog.png”.',
    },
  ])
})

test('ignores pictures of other hosts', async () => {
  const { pictures, problems } = await locate({ images: ['https://a.example/b.png', '//a.example/c.png'] })
  expect([pictures, problems]).toEqual([{}, []])
})

test('finds files by the address of this site and of the old one', async () => {
  const found = { images: ['https://old.example/cat.svg'], links: ['https://new.example/paper.pdf'] }
  const { pictures } = await locate(found)
  expect(Object.keys(pictures)).toEqual([...found.images, ...found.links])
  const gone = await locate({ images: ['https://old.example/gone.png', 'https://new.example/gone.png'] })
  expect(gone.problems.map(({ message }) => message)).toEqual([
    'There is no picture “https://new.example/gone.png”.',
  ])
})

test('reports the line of front matter with a missing share image', async () => {
  const { problems } = await locate({ image: 'gone.png' })
  expect(problems).toMatchObject([{ line: 3, column: 8 }])
})

test('publishes a linked file, but no document', async () => {
  const { pictures, problems } = await locate({ links: ['paper.pdf', 'b.md', '#end', '/posts/c'] })
  expect(Object.keys(pictures)).toEqual(['paper.pdf'])
  expect(problems).toEqual([])
})

function locate({ images = [], links = [], image }: { images?: string[]; links?: string[]; image?: string }) {
  const place = (url: string) => ({ url, line: 9, column: 2 })
  const settings = {
    ...defaultSettings,
    source: { file: 'content/a.md', bodyLine: 5, dialect: 'plain', root: 'content' },
  } as const
  const document: RenderedDocument = {
    staged: {
      title: 'A',
      slug: 'a',
      draft: false,
      toc: false,
      extra: {},
      settings,
      ...(image ? { image: { src: image } } : {}),
    },
    rendered: {
      toc: [],
      anchors: [],
      advice: [],
      words: 0,
      excerpt: '',
      opening: '',
      links: links.map(place),
      images: images.map(place),
      embeds: [],
      features: [],
      problems: [],
    },
  }
  return locateFiles(document, new MediaStore(project), project, true, [
    'https://new.example',
    'https://old.example',
  ])
}
