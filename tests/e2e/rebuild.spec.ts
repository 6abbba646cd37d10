/** A build that renders only what changed writes the same files as one that renders everything. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goneTweet } from '../gone-tweet'
import { CONTENT_DIR, copyProject } from './copy-project'

const SITE = 'rebuild'

const site = 'title: The harbour log\nurl: https://harbour.example\nlanguage: en\n'

const sails =
  '---\ntitle: Four\ndate: 2024-04-01\ntags: [rope]\n---\n\nA post about rope and sails.\n\n![](rope.svg)\n'
const parts = 'The first part. See [two](/posts/two).\n\nhttps://x.com/jack/status/20'

/** Five posts: a series, a link from one to another, a formula, a picture, a deleted tweet, and a draft. */
const before: Record<string, string> = {
  'site.yaml': site,
  'posts/one.md': post('One', '2024-01-01', parts, 'series: Tides\n'),
  'posts/two.md': post('Two', '2024-02-01', 'The second part, with $x^2$.', 'series: Tides\n'),
  'posts/three.md': post('Three', '2024-03-01', 'A post about rope and knots.', 'tags: [rope]\n'),
  'posts/four.md': sails,
  'posts/five.md': post('Five', '2024-05-01', 'Not for readers yet.', 'draft: true\n'),
  'posts/rope.svg': picture(4),
  'embeds/tweet-20.json': goneTweet('deleted'),
}

const { 'posts/three.md': _, ...withoutThree } = before

/** What changes, the content after it, and how many pages and feeds of earlier builds need not be rendered again. */
const changes: [string, Record<string, string>, number][] = [
  [
    'a changed text',
    { ...before, 'posts/one.md': post('One', '2024-01-01', 'Another first part.', 'series: Tides\n') },
    11,
  ],
  [
    'a changed title, which neighbours and the series name',
    {
      ...before,
      'posts/two.md': post('Two and a half', '2024-02-01', 'The second part.', 'series: Tides\n'),
    },
    10,
  ],
  // The post that has its first title again, and the neighbors of the deleted one.
  ['a deleted post', withoutThree, 7],
  ['a changed picture', { ...withoutThree, 'posts/rope.svg': picture(8) }, 11],
  ['a changed snapshot', { ...withoutThree, 'embeds/tweet-20.json': goneTweet('suspended') }, 8],
  [
    'a changed setting',
    {
      ...withoutThree,
      'site.yaml': `${site}description: Tides\n`,
      'embeds/tweet-20.json': goneTweet('suspended'),
    },
    0,
  ],
]

test.describe.configure({ mode: 'serial' })
test.setTimeout(60 * 60_000)

test('a build writes the same pages whatever it restores from the cache', () => {
  build(before, { cold: true })
  for (const [name, content, unchanged] of changes) {
    const warm = build(content)
    expect(warm.unchanged, name).toBe(unchanged)
    const cold = build(content, { cold: true })
    expect(warm.pages, name).toEqual(cold.pages)
    expect(warm.texts, name).toEqual(cold.texts)
    expect(warm.routes, name).toEqual(cold.routes)
  }
})

/** Runs `npm run build` with the content. `cold` removes every cache first. */
function build(content: Record<string, string>, { cold = false } = {}) {
  const folder = copyProject(SITE, content)
  if (cold)
    for (const cache of ['.next', '.quire', '.contentlayer'])
      rmSync(join(folder, cache), { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR },
  })
  expect(status, stdout + stderr).toBe(0)
  const app = join(folder, '.next', 'server', 'app')
  const paths = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:html|rsc|body|meta)$/.test(path),
  )
  const markdown = join(folder, 'public', '_quire', 'markdown')
  const texts = readdirSync(markdown).map((name) => [name, readFileSync(join(markdown, name), 'utf8')])
  const manifest = readFileSync(join(folder, '.next', 'prerender-manifest.json'), 'utf8')
  // `htmlSize` is that of the page before delivery, flight data included.
  const { routes } = JSON.parse(manifest, (key, value) => (key === 'htmlSize' ? undefined : value))
  return {
    unchanged: Number(/^Unchanged: (\d+) pages/m.exec(stdout)?.[1] ?? 0),
    pages: Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(app, path), 'utf8')])),
    texts: Object.fromEntries(texts.sort()),
    routes,
  }
}

function picture(side: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="4"/>`
}

function post(title: string, date: string, text: string, more = ''): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${text}\n`
}
