import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ContentBuild } from '@/lib/build/content-build'
import { prepare } from '@/lib/build/generate'
import { hashPages, type KeyedPage } from '@/lib/delivery/kept-pages/page-keys'
import type { ContentIndex } from '@/lib/model/content-index'
import { workspace } from '@/lib/workspace'
import { goneTweet } from '../../../gone-tweet'

let project: string
let build: ContentBuild

beforeAll(async () => {
  mkdirSync(join(process.cwd(), '.quire'), { recursive: true })
  // Below the project, so that the worker finds its packages.
  project = mkdtempSync(join(process.cwd(), '.quire', 'page-keys-test-'))
  vi.stubEnv('CONTENT_DIR', join(project, 'words'))
  await prepare(project)
  build = await ContentBuild.open(project, { publishes: true })
}, 120_000)

afterAll(async () => {
  await build.close()
  rmSync(project, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const before: Record<string, string> = {
  'site.yaml': 'title: Harbor\n',
  'posts/one.md': '---\ntitle: One\ndate: 2024-01-01\n---\n![](cat.svg)\n',
  'posts/two.md': '---\ntitle: Two\ndate: 2024-02-01\n---\nTwo.\n',
  'posts/three.md': '---\ntitle: Three\ndate: 2024-03-01\n---\nhttps://x.com/jack/status/20\n',
  'posts/four.md': '---\ntitle: Four\ndate: 2024-04-01\n---\n[one](one.md)\n',
  'posts/cat.svg': svg(3),
  'embeds/tweet-20.json': goneTweet('just setting up'),
}

/** What is saved or deleted, and which pages must be rendered again. */
const changes: [string, Record<string, string | undefined>, string[]][] = [
  ['nothing', {}, []],
  ['a text', { 'posts/two.md': '---\ntitle: Two\ndate: 2024-02-01\n---\nTwo!\n' }, ['one', 'three', 'two']],
  ['code', { 'posts/two.md': '---\ntitle: Two\ndate: 2024-02-01\n---\nTwo.\n\n```js\n1\n```\n' }, ['two']],
  ['a title', { 'posts/two.md': '---\ntitle: 2\ndate: 2024-02-01\n---\nTwo.\n' }, ['one', 'three', 'two']],
  ['a post that others name as their neighbor is gone', { 'posts/two.md': undefined }, ['one', 'three']],
  ['a new post', { 'posts/new.md': '---\ntitle: New\ndate: 2024-05-01\n---\nNew.\n' }, ['four', 'new']],
  ['a picture', { 'posts/cat.svg': svg(5) }, ['one']],
  ['a picture that is gone', { 'posts/cat.svg': undefined }, ['one']],
  ['a snapshot', { 'embeds/tweet-20.json': goneTweet('invited coworkers') }, ['three']],
  ['a setting of the site', { 'site.yaml': 'title: Bay\n' }, ['four', 'one', 'three', 'two']],
  ['a draft', { 'posts/new.md': '---\ntitle: New\ndraft: true\n---\nNew.\n' }, []],
  ['a page', { 'pages/about.md': '---\ntitle: About\n---\nAbout.\n' }, []],
]

test.each(changes)(
  'a change of %s renders exactly the pages again that show it',
  async (_, files, slugs) => {
    const known = await hashSite({})
    const keys = await hashSite(files)
    expect(changedPages(known, keys, '/posts/[slug]')).toEqual(slugs.map((slug) => `/posts/${slug}`))
  },
  120_000,
)

test('changed code renders all pages again', async () => {
  const known = await hashSite({})
  const keys = await hashPages(project, 'other code')
  expect(changedPages(known, keys)).toHaveLength(keys.size)
}, 120_000)

const tagged: Record<string, string> = {
  'posts/one.md': '---\ntitle: One\ndate: 2023-01-01\ntags: [sea]\n---\nOne.\n\n```\n1\n```\n',
  'posts/two.md': '---\ntitle: Two\ndate: 2024-02-01\ntags: [sea, land]\naliases: [/old]\n---\nTwo.\n',
  'posts/three.md': '---\ntitle: Three\ndate: 2024-03-01\ntags: [land]\n---\nThree.\n',
}
const feedsOf = (tag: string) => ['atom.xml', 'feed.json', 'rss.xml'].map((name) => `/tags/${tag}/${name}`)

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', {}, []],
  [
    'a text whose summary stays',
    { 'posts/one.md': '---\ntitle: One\ndate: 2023-01-01\ntags: [sea]\n---\nOne.\n\n```\n2\n```\n' },
    feedsOf('sea'),
  ],
  [
    'a title',
    { 'posts/one.md': '---\ntitle: 1\ndate: 2023-01-01\ntags: [sea]\n---\nOne.\n\n```\n1\n```\n' },
    ['/archive/2023', '/tags/sea', ...feedsOf('sea')],
  ],
  [
    'a new post of another year',
    { 'posts/new.md': '---\ntitle: New\ndate: 2025-01-01\ntags: [land]\n---\nNew.\n' },
    ['/archive/2023', '/archive/2024', '/archive/2025', '/tags/land', ...feedsOf('land')],
  ],
  [
    'an old URL',
    {
      'posts/two.md':
        '---\ntitle: Two\ndate: 2024-02-01\ntags: [sea, land]\naliases: [/old, /older]\n---\nTwo.\n',
    },
    ['/older'],
  ],
])(
  'a change of %s renders exactly the lists and feeds again that show it',
  async (_, files, paths) => {
    const known = await hashSite({ ...onlyTagged, ...tagged })
    const keys = await hashSite({ ...onlyTagged, ...tagged, ...files })
    const changed = changedPages(known, keys).filter((path) => !path.startsWith('/posts/'))
    expect(changed.sort()).toEqual([...paths].sort())
  },
  120_000,
)

const onlyTagged = {
  'posts/four.md': undefined,
  'posts/cat.svg': undefined,
  'embeds/tweet-20.json': undefined,
}

function changedPages(
  known: ReadonlyMap<string, KeyedPage>,
  keys: ReadonlyMap<string, KeyedPage>,
  route?: string,
): string[] {
  return [...keys]
    .filter(([path, page]) => known.get(path)?.key !== page.key && (!route || page.route === route))
    .map(([path]) => path)
    .sort()
}

async function hashSite(files: Record<string, string | undefined>): Promise<Map<string, KeyedPage>> {
  rmSync(join(project, 'words'), { recursive: true, force: true })
  for (const [path, text] of Object.entries({ ...before, ...files })) {
    if (text === undefined) continue
    mkdirSync(join(project, 'words', path, '..'), { recursive: true })
    writeFileSync(join(project, 'words', path), text)
  }
  await build.run()
  // As `writeMachineTexts` names the texts of feeds: by what they are made of.
  const { posts }: ContentIndex = JSON.parse(readFileSync(workspace(project).index, 'utf8'))
  const texts = Object.fromEntries(posts.map(({ slug, textKey }) => [slug, textKey]))
  writeFileSync(workspace(project).machineTexts, JSON.stringify(texts))
  return hashPages(project, 'code')
}

function svg(side: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="3"/>`
}
