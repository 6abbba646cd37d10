import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from '@/lib/check/check-content'

let projectDir: string

beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'quire-redirects-'))
})

afterEach(() => rm(projectDir, { recursive: true }))

async function check(posts: Record<string, string>) {
  for (const [name, frontMatter] of Object.entries(posts)) {
    const file = join(projectDir, 'content/posts', `${name}.md`)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `---\ntitle: ${name}\n${frontMatter}\n---\nA text about ${name}.\n`)
  }
  const { problems } = await checkContent({ projectDir, contentDir: 'content', now: new Date('2026-01-01') })
  return problems.filter(({ rule }) => /redirect/.test(rule))
}

describe('a redirect', () => {
  test.each([
    ['draft: true', 'references/redirect-to-draft'],
    ['date: 2026-06-01', 'references/redirect-to-scheduled'],
  ])('to a post with `%s` is reported where it is written', async (frontMatter, rule) => {
    const problems = await check({ target: frontMatter, old: 'date: 2020-01-01\nredirect_to: /posts/target' })
    expect(problems).toMatchObject([{ rule, file: 'content/posts/old.md', line: 4, severity: 'warning' }])
    expect(problems[0]?.message).toContain('content/posts/target.md')
    expect(await readFile(join(projectDir, 'content/posts/old.md'), 'utf8')).toContain('redirect_to')
  })

  test.each(['date: 2020-01-01', 'summary: x'])('to a post with `%s` is accepted', async (frontMatter) => {
    expect(await check({ target: frontMatter, old: 'date: 2020-01-01\nredirect_to: /posts/target' })).toEqual(
      [],
    )
  })
})
