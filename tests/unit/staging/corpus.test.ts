import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { StagedPost } from '@/lib/model/document'
import { type StageResult, stage } from '@/lib/staging/stage'

// Five public blogs that are not part of the project. Counted by hand and by their own systems.
const corpus =
  ['../shared/corpus', '../../shared/corpus'].map((path) => resolve(path)).find(existsSync) ??
  '../shared/corpus'
const dirs: string[] = []

afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true }))))

async function stageBlog(name: string): Promise<StageResult> {
  const projectDir = await mkdtemp(join(tmpdir(), 'quire-corpus-'))
  dirs.push(projectDir)
  return stage({ projectDir, contentDir: join(corpus, name) })
}

describe.skipIf(!existsSync(corpus))(`the blogs of ${corpus} (skipped where it is missing)`, () => {
  test.each<[name: string, dialect: string, detectedBy: string, counts: Counts]>([
    // posts, then how many have: a date, tags, categories, a summary, authors, a picture, a change, an old address
    ['jekyll-site', 'jekyll', '_config.yml', [102, 102, 0, 102, 2, 102, 0, 0, 102]],
    ['linkerd-hugo', 'hugo', 'config/_default/', [157, 157, 153, 0, 57, 157, 28, 0, 157]],
    ['made-mistakes', 'jekyll', '_config.yml', [1003, 1003, 1003, 1003, 997, 0, 988, 243, 1003]],
    ['rust-jekyll', 'jekyll', '_source.yaml', [393, 393, 0, 0, 129, 393, 0, 0, 393]],
    // One of its pages only redirects, and has neither title nor date.
    ['rust-zola', 'zola', 'config.toml', [746, 745, 0, 0, 138, 745, 0, 0, 746]],
  ])('%s: no post, title, date, tag or address is lost', async (name, dialect, detectedBy, counts) => {
    const { posts, blogs, problems } = await stageBlog(name)
    expect(blogs).toMatchObject([{ dialect, detectedBy }])
    const having = (has: (post: StagedPost) => unknown) => posts.filter((post) => has(post)).length
    expect([
      posts.length,
      having(({ date }) => date),
      having(({ tags }) => tags.length),
      having(({ categories }) => categories.length),
      having(({ summary }) => summary),
      having(({ authors }) => authors.length),
      having(({ image }) => image),
      having(({ updated }) => updated),
      having(({ permalink }) => permalink),
    ]).toEqual(counts)
    expect(posts.every(({ title }) => title !== '')).toBe(true)
    expect(new Set(posts.map(({ slug }) => slug)).size).toBe(posts.length)
    expect(new Set(posts.flatMap(({ permalink, aliases }) => [permalink, ...aliases])).size).toBe(
      posts.length + posts.flatMap(({ aliases }) => aliases).length,
    )
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

type Counts = [
  posts: number,
  dated: number,
  tagged: number,
  categorised: number,
  summarised: number,
  signed: number,
  pictured: number,
  updated: number,
  addressed: number,
]
