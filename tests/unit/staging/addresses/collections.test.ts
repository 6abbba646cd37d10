import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { useContent } from '../use-content'

const { stageFiles, pathOf } = useContent()

const document = (title: string, body = 'A text.') => `---\ntitle: ${title}\n---\n${body}\n`

/** Stages a Jekyll blog with one post, and returns its other documents with the old URL of each. */
async function stageCollections(config: string, files: Record<string, string>) {
  const { pages } = await stageFiles({
    '_config.yml': config,
    '_posts/2014-05-01-lock.md': document('The lock'),
    ...files,
  })
  return pages.map(({ slug, permalink }) => `${slug} ${permalink ?? ''}`)
}

const DATED = `collections: { trips: { output: true, permalink: "/:collection/:year/:month/:title/" } }`

test('the URL of a document of a collection can hold its day and its name without it', async () => {
  expect(
    await stageCollections(DATED, { '_trips/2015-07-02-to.the-lock.md': document('To the lock') }),
  ).toEqual(['to-the-lock /trips/2015/07/to.the-lock'])
})

test('a document without the date that its pattern asks for has the usual URL', async () => {
  expect(await stageCollections(DATED, { '_trips/undated.md': document('Undated') })).toEqual([
    'undated /trips/undated',
  ])
})

const DEFAULTS = `
collections: { pages: { output: true, permalink: "/:path/" }, trips: { output: true } }
defaults:
  - { scope: { path: "", type: posts }, values: { permalink: "/news/:year/:title/" } }
  - { scope: { path: "", type: trips }, values: { permalink: "/:year/:month/:day/:title/" } }
  - { scope: { path: "_trips/inland", type: trips }, values: { permalink: "/inland/:title/" } }
`

test('defaults are those of the type of a document', async () => {
  const files = {
    '_pages/harbour/moorings.md': document('Moorings'),
    '_trips/2015-07-02-sea.md': document('Sea'),
    '_trips/inland/2015-08-02-canal.md': document('Canal'),
    'about.md': document('About'),
  }
  expect((await stageCollections(DEFAULTS, files)).sort()).toEqual([
    'about ',
    'canal /inland/canal',
    'moorings /harbour/moorings',
    'sea /2015/07/02/sea',
  ])
})

test('templates see these URLs, oldest first', async () => {
  const list = '{% for trip in site.trips %}{{ trip.url }} {% endfor %}'
  await stageCollections(DEFAULTS, {
    '_posts/2016-01-01-list.md': document('List', list),
    '_trips/2015-07-02-a.md': document('A'),
    '_trips/2014-07-02-b.md': document('B'),
  })
  const staged = await readFile(pathOf('.quire/content/posts/list.md'), 'utf8')
  expect(staged).toContain('/2014/07/02/b/ /2015/07/02/a/')
})

test('a page of a list may have a slash at the end of its URL', async () => {
  const files = { '_pages/tags.md': document('Tags', '{% for tag in site.tags %}{% endfor %}') }
  expect(await stageCollections(DEFAULTS, files)).toEqual([])
})
