import { describe, expect, test } from 'vitest'
import { schemeUrl } from '@/lib/markdown/extract/link-schemes'
import type { MarkdownSettings, StagedPage, StagedPost } from '@/lib/model/document'
import type { Rendered } from '@/lib/model/rendered'
import type { Documents, RenderedDocument } from '@/lib/references/documents'
import { indexLinks } from '@/lib/references/link-index'
import { resolveLinks } from '@/lib/references/links'
import { whyUnseen } from '@/lib/references/unpublished'

const BLOG: Record<string, Partial<StagedPost> & { file: string; anchors?: string[] }> = {
  first: {
    file: 'posts/2020-03-01-first.md',
    title: 'The first post of all',
    date: '2020-03-01',
    permalink: '/2020/03/01/first',
    aliases: ['/old/One'],
    anchors: ['whats-new', 'top-ten'],
  },
  second: { file: 'posts/deep/second/index.md', title: 'Second thoughts', date: '2020-03-09' },
  gate: { file: 'src/site/notes/2020/gate.md', title: 'Sluices', date: '2020-03-10' },
  hidden: { file: 'posts/hidden.md', title: 'Hidden', draft: true, aliases: ['/old/hidden'] },
  later: { file: 'posts/later.md', title: 'Later', date: '2026-06-01' },
}

/** Resolves the links of one post of a small blog. */
function resolve(
  urls: string[],
  options: {
    from?: string
    root?: string
    base?: string
    origin?: string
    permalink?: string
    movedUrls?: Record<string, string>
  } = {},
) {
  const { from = 'posts/here.md', root = 'content', base = '', origin, movedUrls } = options
  const { permalink = '/2020/05/01/here' } = options
  const make = (
    slug: string,
    post: Partial<StagedPost> & { file: string; anchors?: string[]; oldUrl?: string },
    links: string[],
  ) => {
    const { file, anchors = [], oldUrl, ...staged } = post
    const settings = {
      source: { file: `${root}/${file}`, bodyLine: 1, dialect: 'plain', root, url: oldUrl },
    } as MarkdownSettings
    return {
      staged: {
        title: slug,
        tags: [],
        aliases: [],
        draft: false,
        extra: {},
        ...staged,
        slug,
        settings,
      } as unknown as StagedPost,
      rendered: {
        anchors,
        links: links.map((url, index) => ({ url, line: index + 1, column: 1 })),
      } as unknown as Rendered,
    } satisfies RenderedDocument<StagedPost>
  }
  const here = make('here', { file: from, title: 'Here', anchors: ['own'], permalink }, urls)
  const about = make(
    'about',
    { file: 'pages/about.md', permalink: '/team/about', aliases: ['/de/us'], oldUrl: '/api/about' },
    [],
  ) as unknown as RenderedDocument<StagedPage>
  const posts = [...Object.entries(BLOG).map(([slug, post]) => make(slug, post, [])), here]
  const documents = { posts, pages: [about] } as unknown as Documents
  return resolveLinks(here, {
    index: indexLinks(documents),
    moment: { now: Date.parse('2026-01-01'), timeZone: 'UTC', environment: {} },
    origin: 'https://here.example',
    homes: new Map([[root, { base, origin, movedUrls }]]),
    oldTermUrls: new Set(['/category/locks']),
    isFile: (url) => url === '/files/paper.pdf',
  })
}

describe('resolveLinks', () => {
  test('an old list of a tag or category redirects, so a link to it is not broken', () => {
    const found = resolve(['/category/locks/', '/category/keys/'])
    expect(found.links).toEqual({})
    expect(found.problems.map(({ line }) => line)).toEqual([2])
  })

  test('a URL that ends in the path of one file of the blog is a guess at its post', () => {
    const found = resolve(['/notes/2020/gate/', '/x/2020/gate'])
    expect(found.links).toEqual({ '/notes/2020/gate/': '/posts/gate' })
    expect(found.guessed).toEqual([{ path: '/notes/2020/gate', url: '/posts/gate' }])
  })

  test('a link to a file without its extension, or to its folder, leads to its post', () => {
    const found = resolve(['deep/second/', '/posts/deep/second', '2020-03-01-first'], {
      from: 'posts/here.md',
    })
    expect(found.links).toEqual({
      'deep/second/': '/posts/second',
      '/posts/deep/second': '/posts/second',
      '2020-03-01-first': '/posts/first',
    })
    expect(found.problems).toEqual([])
  })

  test('an old URL of a page leads to the page', () => {
    expect(resolve(['/team/about/', '/de/us.html', '/api/about.html']).links).toEqual({
      '/api/about.html': '/about',
      '/team/about/': '/about',
      '/de/us.html': '/about',
    })
  })

  test('an old URL that redirects to a list here is not broken, with and without the base path', () => {
    const movedUrls = { '/blog/archives': '/posts' }
    expect(resolve(['/blog/archives/', '/archives'], { base: '/blog', movedUrls }).problems).toEqual([])
    expect(resolve(['/archives/']).problems).toHaveLength(1)
  })

  test('a link may leave out the language of its page', () => {
    expect(resolve(['/us'], { permalink: '/de/2020/here' }).links).toEqual({ '/us': '/about' })
    // Not translated: the main language.
    expect(resolve(['/us'], { permalink: '/fr/2020/here' }).links).toEqual({ '/us': '/about' })
    expect(resolve(['/us'], { permalink: '/2020/here' }).problems).toHaveLength(1)
  })

  test.each([
    ['/2020/03/01/first/', '/posts/first'],
    ['/2020/03/01/first.html#whats-new', '/posts/first#whats-new'],
    ['/old/one/', '/posts/first'],
    ['2020-03-01-first.md', '/posts/first'],
    ['./deep/second/index.md', '/posts/second'],
    ['/posts/2020-03-01-first.md#top-ten', '/posts/first#top-ten'],
    ['/posts/first/', '/posts/first'],
    ['../../../03/01/first/', '/posts/first'],
    ['@/2020-03-01-first.md', '/posts/first'],
    ['first', '/posts/first'],
    ['about', '/about'],
    ['https://here.example/old/One', '/posts/first'],
    [schemeUrl('post_url', '2020-03-01-first'), '/posts/first'],
    [schemeUrl('post_url', '2020-3-1-first'), '/posts/first'],
    [schemeUrl('ref', 'second/index.md#'), '/posts/second'],
    [schemeUrl('ref', 'deep/second'), '/posts/second'],
    [schemeUrl('wikilink', 'Second thoughts'), '/posts/second'],
    [schemeUrl('wikilink', '2020-03-01-first#What’s new'), '/posts/first#whats-new'],
    [schemeUrl('wikilink', '#own'), '/posts/here#own'],
    ['/2020/03/01/first#What%27s-New', '/posts/first#whats-new'],
  ])('%s resolves to %s', (url, present) => {
    expect(resolve([url])).toEqual({ links: { [url]: present }, problems: [], guessed: [] })
  })

  test.each([
    '/posts/first',
    '/about',
    '/',
    '/posts',
    '/tags/x',
    '/rss.xml',
    '#own',
    '#',
    'https://other.example/2020/03/01/first',
    'mailto:a@here.example',
    'tel:1',
    '//other.example/x',
    '/files/paper.pdf',
    '?page=2',
  ])('%s stays unchanged', (url) => {
    expect(resolve([url])).toEqual({ links: {}, problems: [], guessed: [] })
  })

  test('resolves URLs with the old site’s base and origin', () => {
    const old = { base: '/blog', origin: 'https://old.example' }
    expect(resolve(['/blog/2020/03/01/first/'], old).links).toEqual({
      '/blog/2020/03/01/first/': '/posts/first',
    })
    const url = 'https://old.example/blog/2020/03/01/first/'
    expect(resolve([url], old).links).toEqual({ [url]: '/posts/first' })
    expect(resolve(['https://old.example/gone'], old)).toMatchObject({ links: {}, problems: [] })
  })

  test('resolves URLs of a script with query parameters to their post', () => {
    expect(resolve(['/2020/03/01/First.aspx'])).toMatchObject({
      links: { '/2020/03/01/First.aspx': '/posts/first' },
      problems: [{ severity: 'warning', rule: 'references/guessed-address' }],
    })
  })

  test('resolves an unclaimed dated URL to the only post it can mean', () => {
    const url = '/2020/02/29/first-post/'
    const { links, problems, guessed } = resolve([url])
    expect(links).toEqual({ [url]: '/posts/first' })
    expect(guessed).toEqual([{ path: '/2020/02/29/first-post', url: '/posts/first' }])
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'references/guessed-address', line: 1 }])
    expect(problems[0]?.hint).toContain('content/posts/2020-03-01-first.md')
  })

  test.each(['/2020/02/27/first-post/', '/2020/03/01/first-lost-post/'])(
    'does not guess the target of %s',
    (url) => {
      const { links, problems } = resolve([url])
      expect(links).toEqual({})
      expect(problems).toMatchObject([{ severity: 'warning', rule: 'references/dead-link' }])
      expect(problems[0]?.hint).toContain('/posts/first')
    },
  )

  test.each(['/nowhere', 'nothing.md', '/2020/09/09/xyz', schemeUrl('post_url', '2000-01-01-no')])(
    'reports %s with its position',
    (url) => {
      const { problems } = resolve(['#own', url])
      expect(problems).toMatchObject([
        {
          severity: 'warning',
          rule: 'references/dead-link',
          file: 'content/posts/here.md',
          line: 2,
          column: 1,
        },
      ])
    },
  )

  test('reports an anchor that does not exist on the page, and keeps it', () => {
    const { links, problems } = resolve(['#nothing', '/old/One#nothing'])
    expect(links).toEqual({ '/old/One#nothing': '/posts/first#nothing' })
    expect(problems.map(({ rule }) => rule)).toEqual(['references/dead-anchor', 'references/dead-anchor'])
  })

  test.each(['/posts/hidden', '/old/hidden/', 'hidden.md', schemeUrl('wikilink', 'Hidden')])(
    'warns of a link to a draft: %s',
    (url) => {
      expect(resolve([url]).problems).toMatchObject([{ rule: 'references/link-to-draft' }])
    },
  )

  test('warns of a link to a scheduled post', () => {
    expect(resolve(['/posts/later']).problems).toMatchObject([{ rule: 'references/link-to-scheduled' }])
  })
})

describe('whyUnseen', () => {
  const moment = { now: Date.parse('2026-01-01'), timeZone: 'UTC', environment: {} }

  test.each([
    ['a draft from a draft', { draft: true }, { draft: true }, undefined],
    ['a draft from a post', { draft: true }, { draft: false }, 'draft'],
    ['a later post from an earlier one', { date: '2026-06-01' }, { date: '2026-05-01' }, 'scheduled'],
    ['an earlier post from a later one', { date: '2026-05-01' }, { date: '2026-06-01' }, undefined],
    ['a scheduled post from a page', { date: '2026-05-01' }, {}, 'scheduled'],
    ['a post of the past', { date: '2025-05-01' }, {}, undefined],
  ])('%s', (_, target, source, why) => {
    expect(whyUnseen(target, source, moment)).toBe(why)
  })
})
