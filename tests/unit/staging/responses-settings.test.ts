import { afterEach, describe, expect, test, vi } from 'vitest'
import { readSiteFile } from '@/lib/staging/site-file'

const site = (responses: string) => readSiteFile('content/site.yaml', `url: https://a.example\n${responses}`)

afterEach(() => vi.unstubAllEnvs())

describe('responses: of site.yaml', () => {
  test.each(['', 'responses: false', 'responses: {}', 'responses: { likes: false, comments: false }'])(
    '%j leaves everything off',
    (text) => {
      expect(site(text).site.responses).toBeUndefined()
      expect(site(text).problems).toEqual([])
    },
  )

  test('true switches on what needs no further setting', () => {
    expect(site('responses: true').site.responses).toEqual({
      likes: true,
      views: true,
      comments: { approve: 'all', links: 3, proofOfWork: false },
      webmentions: true,
    })
  })

  test('a part can be configured', () => {
    const { site: read, problems } = site(
      'responses:\n  comments: { approve: none, links: 1 }\n  newsletter: Notebook <post@a.example>',
    )
    expect(problems).toEqual([])
    expect(read.responses).toMatchObject({
      likes: false,
      comments: { approve: 'none', links: 1 },
      newsletter: { from: 'Notebook <post@a.example>' },
    })
  })

  test.each([
    ['responses: { like: true }', 'like'],
    ['responses: { likes: often }', 'responses.likes'],
    ['responses: { newsletter: nobody }', 'responses.newsletter'],
    ['responses: { newsletter: "a\\r\\nBcc: x@y.z <a@b.c>" }', 'responses.newsletter'],
  ])('%s is reported', (text, named) => {
    const { problems } = site(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ rule: 'site/wrong-value', line: 2 })
    expect(problems[0]?.message).toContain(named)
  })

  test('on Vercel without a database every part is off, and the build log reports it', () => {
    vi.stubEnv('VERCEL', '1')
    vi.stubEnv('DATABASE_URL', '')
    const { site: read, problems } = site('responses: { likes: true }')
    expect(read.responses).toBeUndefined()
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'site/no-database', line: 2 }])
    vi.stubEnv('DATABASE_URL', 'postgres://db.example/quire')
    expect(site('responses: { likes: true }').site.responses).toMatchObject({ likes: true })
  })
})
