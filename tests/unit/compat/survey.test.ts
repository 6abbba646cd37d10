import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatSurvey } from '@/lib/compat/format-survey'
import { surveyFolder } from '@/lib/compat/survey'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quire-survey-'))
})

afterEach(() => rm(dir, { recursive: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), text)
  }
}

const OLD_BLOG = {
  '_config.yml': 'permalink: /:year/:title/\nbaseurl: /blog',
  '_posts/2020-01-01-One.Two.md': [
    '---\ntitle: One\ntags: a\nodd: 1\n---',
    '{% tweet https://twitter.com/a/status/12 %}',
    'See [two](/2021/two/), [three]({% post_url 2021-01-01-two %}), [four](/gone/) and [five](#five).',
    '![](here.png) ![](gone.png) ![](https://x.example/y.png)',
    '{% oddity %}',
    '```js\na\n```',
  ].join('\n\n'),
  '_posts/2021-01-01-two.md': '---\ntitle: Two\n---\n| a |\n| - |\n| b |',
  '_drafts/three.md': '---\ntitle: Three\n---\n',
  'here.png': 'a picture',
}

describe('surveyFolder', () => {
  test('counts what is in an old blog and how it would be read', async () => {
    await write(OLD_BLOG)
    const { problems, ...survey } = await surveyFolder(dir, dir)
    expect(survey).toMatchObject({
      blogs: [{ dialect: 'jekyll', detectedBy: '_config.yml', settings: { base: '/blog' } }],
      posts: 3,
      drafts: 1,
      dated: 2,
      tagged: 1,
      frontMatter: { yaml: 3 },
      features: { code: 1, table: 1, embed: 1 },
      embeds: { tweet: 1 },
      pictures: { found: 1, missing: 1, elsewhere: 1 },
      links: { leading: 2, guessed: 0, dead: 1, deadAnchors: 1 },
      addresses: 2,
      renamed: [{ from: 'One.Two', to: 'one-two' }],
      extraKeys: { odd: 1 },
    })
    expect(problems.map(({ rule }) => rule)).toEqual([
      'references/dead-link',
      'references/dead-anchor',
      'references/missing-picture',
      'markdown/unknown-tag',
    ])
  })

  test('recognizes a folder of loose posts', async () => {
    await write({
      'a.md': '---\ntitle: A\n---\n',
      'deep/2020-01-01-b.md': '+++\ntitle = "B"\n+++\n',
      'README.md': 'No post',
    })
    const survey = await surveyFolder(dir, dir)
    expect(survey).toMatchObject({
      posts: 2,
      frontMatter: { yaml: 1, toml: 1 },
      blogs: [{ detectedBy: 'its Markdown files' }],
    })
  })

  test('changes nothing', async () => {
    await write(OLD_BLOG)
    const before = await readdir(dir, { recursive: true })
    await surveyFolder(dir, dir)
    expect(await readdir(dir, { recursive: true })).toEqual(before)
  })
})

describe('formatSurvey', () => {
  test('shows a few of each kind, and all on request', async () => {
    await write(
      Object.fromEntries(
        [1, 2, 3, 4, 5].map((n) => [`2020-01-0${n}-a.md`, `---\ntitle: A\n---\n[x](/gone-${n})`]),
      ),
    )
    const survey = await surveyFolder(dir, dir)
    expect(formatSurvey(survey)).toContain('… and 2 more')
    expect(formatSurvey(survey, { all: true })).toContain('/gone-5')
    expect(formatSurvey(survey)).toContain('can be imported unchanged')
  })

  test('reports that it found nothing', async () => {
    expect(formatSurvey(await surveyFolder(dir, dir))).toContain('No posts were found.')
  })
})

describe('npm run compat', () => {
  const run = (...args: string[]) =>
    spawnSync('npx', ['--no-install', 'tsx', 'lib/cli/compat.ts', ...args], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })

  test('fails if a build would, and names the line', async () => {
    await write({ 'posts/a.md': '---\ntitle: A\n---\n', 'posts/b.md': '---\nslug: a\n---\n' })
    const { status, stdout } = run(dir)
    expect(status).toBe(1)
    expect(stdout).toMatch(/b\.md:2:\d+ error: /)
    expect(stdout).toContain('1 error would stop a build')
  })

  test('prints JSON', async () => {
    await write(OLD_BLOG)
    const { status, stdout } = run(dir, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ posts: 3 })
  })

  test.each([
    [['/no/such/folder'], 'is not a folder'],
    [[], "missing required argument 'dir'"],
  ])('explains %j', (args, words) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toContain(words)
  })
})
