import { afterEach, describe, expect, test, vi } from 'vitest'
import { readSiteFile } from '@/lib/staging/site-file'

const read = (yaml: string | undefined) => readSiteFile('content/site.yaml', yaml)

afterEach(() => vi.unstubAllEnvs())

describe('readSiteFile', () => {
  test('names the lists in the language of the site', () => {
    const { site } = read('title: Der Kanal\nlanguage: de-AT\n')
    expect(site.nav.map(({ label }) => label)).toEqual(['Beiträge', 'Schlagwörter', 'RSS'])
  })

  test('has a default for everything, and warns that there is no file', () => {
    const { site, problems } = read(undefined)
    expect(site).toEqual({
      title: 'A blog',
      description: '',
      url: 'http://localhost:3000',
      author: { name: 'A blog' },
      language: 'en',
      timeZone: 'UTC',
      nav: [
        { label: 'Posts', href: '/posts' },
        { label: 'Tags', href: '/tags' },
        { label: 'RSS', href: '/rss.xml' },
      ],
      social: [],
      intro: '',
      defaults: { toc: false, readTime: true, math: true, autonumber: false },
      smartPunctuation: true,
      embeds: 'online',
      html: 'trusted',
      tags: {},
      allow: { scripts: [], frames: [], images: [], connect: [] },
    })
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'site/missing', file: 'content/site.yaml' }])
  })

  test('accepts short forms and any letter case', () => {
    const { site, problems } = read(
      'Title: T\nurl: https://t.example/\nauthor: Ada\ntimezone: Europe/Berlin\nnav: {Log: /posts}\nimage: share.png\ndefaults: {toc: true}',
    )
    expect(problems).toEqual([])
    expect(site).toMatchObject({
      title: 'T',
      url: 'https://t.example',
      author: { name: 'Ada' },
      timeZone: 'Europe/Berlin',
      nav: [{ label: 'Log', href: '/posts' }],
      image: { src: 'share.png' },
      defaults: { toc: true, readTime: true },
    })
  })

  test.each([
    ['titel: T', 'unknown-key', '`title`', 2],
    ['colour: red', 'unknown-key', '`colour`', 2],
    ['language: no such', 'wrong-value', '`language`', 2],
    ['timeZone: Mars/Olympus', 'wrong-value', 'Mars/Olympus', 2],
    ['nav: 7', 'wrong-value', '`nav`', 2],
    ['nav:\n  - label: A', 'wrong-value', 'nav[0].href', 3],
    ['defaults: {toc: perhaps}', 'wrong-value', 'defaults.toc', 2],
    ['title: a: b', 'broken-yaml', 'YAML', 2],
  ])('reports %j', (yaml, rule, words, line) => {
    const { problems } = read(`url: https://t.example\n${yaml}`)
    expect(problems).toMatchObject([{ severity: 'warning', rule: `site/${rule}`, line }])
    expect(problems[0]?.message).toContain(words)
  })

  test('keeps valid settings next to invalid ones', () => {
    expect(read('title: T\nurl: nowhere').site).toMatchObject({ title: 'T', url: 'http://localhost:3000' })
  })

  test('uses the production domain from Vercel if the author sets no URL', () => {
    vi.stubEnv('VERCEL_PROJECT_PRODUCTION_URL', 'blog.example')
    expect(read('title: T')).toMatchObject({ site: { url: 'https://blog.example' }, problems: [] })
  })

  test('warns if the URL is unknown', () => {
    expect(read('title: T').problems).toMatchObject([{ severity: 'warning', rule: 'site/no-url' }])
  })

  test('knows on which line the introduction starts', () => {
    expect(read('title: T\nintro: |\n  Hello').introLine).toBe(3)
    expect(read('title: T\nintro: Hello').introLine).toBe(2)
  })
})
