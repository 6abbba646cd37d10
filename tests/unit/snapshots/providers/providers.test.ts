import { afterEach, describe, expect, test } from 'vitest'
import { defaultEndpoints } from '../../../../lib/snapshots/endpoints'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { decodeHtml } from '../../../../lib/snapshots/providers/open-graph'
import { readPageHead } from '../../../../lib/snapshots/providers/page-head'
import type { SnapshotContent } from '../../../../lib/snapshots/snapshot'
import { expectSteady } from '../../../growth'
import { byPath, drawPicture, type Site, startSite } from '../site-server'

let site: Site
afterEach(() => site?.stop())

describe('fetching a video', () => {
  test('reads title, author and the large poster from YouTube', async () => {
    const large = await drawPicture(1280, 720, 'jpeg')
    site = await startSite((origin) =>
      byPath({
        '/oembed': { body: youtube(origin) },
        '/vi/abc/maxresdefault.jpg': { type: 'image/jpeg', body: large },
      }),
    )
    expect(await fetchContent('youtube', 'abcdefghijk')).toEqual({
      kind: 'video',
      video: {
        title: 'A talk',
        author: { name: 'Ada', url: 'https://www.youtube.com/@ada' },
        poster: { src: 'youtube-abcdefghijk-poster.webp', width: 1200, height: 675, alt: '' },
        width: 16,
        height: 9,
      },
    })
  })

  test('uses the small poster if there is no large one, and knows that a Short is vertical', async () => {
    const small = await drawPicture(480, 360, 'jpeg')
    site = await startSite((origin) =>
      byPath({
        '/oembed': { body: { ...youtube(origin), width: 113, height: 200 } },
        '/vi/abc/hqdefault.jpg': { type: 'image/jpeg', body: small },
      }),
    )
    expect(await fetchContent('youtube', 'abcdefghijk')).toMatchObject({
      video: { poster: { width: 480 }, width: 9, height: 16 },
    })
  })

  test('reads the size from Vimeo', async () => {
    site = await startSite(() =>
      byPath({ '/api/oembed.json': { body: { title: 'A video', width: 1280, height: 534 } } }),
    )
    expect(await fetchContent('vimeo', '76979871')).toEqual({
      kind: 'video',
      video: { title: 'A video', width: 1280, height: 534 },
    })
  })

  test('is gone if the provider does not know the video', async () => {
    site = await startSite(() => byPath({}))
    expect(await fetchSnapshot(target('vimeo', '1'), site.options)).toMatchObject({ outcome: 'gone' })
  })
})

describe('fetching from GitHub', () => {
  test('reads the files of a gist', async () => {
    site = await startSite(() =>
      byPath({
        '/gists/deadbeef': {
          body: {
            description: 'Sorting',
            owner: { login: 'ada' },
            files: { 'a.ts': { filename: 'a.ts', language: 'TypeScript', content: 'const a = 1\n' } },
          },
        },
      }),
    )
    expect(await fetchContent('gist', 'deadbeef')).toEqual({
      kind: 'source',
      source: {
        title: 'Sorting',
        author: { name: 'ada', handle: 'ada', url: 'https://github.com/ada' },
        files: [{ name: 'a.ts', lang: 'typescript', text: 'const a = 1\n' }],
      },
    })
  })

  test('reads the description of a repository, but no counters', async () => {
    site = await startSite(() =>
      byPath({
        '/repos/ada/engine': {
          body: { full_name: 'ada/engine', description: 'It computes', stargazers_count: 9 },
        },
      }),
    )
    expect(await fetchContent('github', 'ada/engine')).toEqual({
      kind: 'card',
      card: { title: 'ada/engine', site: 'GitHub', description: 'It computes' },
    })
  })
})

describe('fetching a link card', () => {
  test('reads title, description, site and picture from Open Graph', async () => {
    const picture = await drawPicture(1200, 630)
    site = await startSite(() =>
      byPath({
        '/page': {
          body: `<!doctype html><meta property="og:title" content="A &amp; B"><meta property="og:description" content="About\n both">
            <meta property="og:site_name" content="Letters"><meta property="og:image" content="/og.png"><meta property="og:image:alt" content="Two letters">`,
        },
        '/og.png': { type: 'image/png', body: picture },
      }),
    )
    const content = await fetchContent('link', `${site.origin}/page`)
    expect(content).toMatchObject({
      kind: 'card',
      card: {
        title: 'A & B',
        description: 'About both',
        site: 'Letters',
        picture: { width: 800, height: 420, alt: 'Two letters' },
      },
    })
  })

  test('reads the title of a page without Open Graph', async () => {
    site = await startSite(() => byPath({ '/page': { body: '<title>Just a page</title><p>Text' } }))
    expect(await fetchContent('link', `${site.origin}/page`)).toMatchObject({
      card: { title: 'Just a page' },
    })
  })

  test.each([
    ['nested elements', '<div>'],
    ['tags that are not closed', '<meta '],
    ['quotes that are not closed', '<meta content="<meta \''],
    ['quoted tags', '<meta "<meta "'],
    ['titles', '<title>x'],
  ])('reads a page of %s in one pass', (_, piece) => {
    expectSteady((size) => readPageHead(piece.repeat(size)), 2000)
    expect(readPageHead(`${piece.repeat(100)}"'></title><meta name=a content=b>`).metas.get('a')).toBe('b')
  })

  test.each([
    ['/%E0%A4%A.pdf', 'application/pdf', '%PDF', '%E0%A4%A.pdf'],
    ['/', 'application/pdf', '%PDF', '127.0.0.1'],
    ['/empty', 'text/html', '', '127.0.0.1'],
  ])('finds a title for %s', async (path, type, body, title) => {
    site = await startSite(() => (_, response) => response.writeHead(200, { 'content-type': type }).end(body))
    expect(await fetchContent('link', `${site.origin}${path}`)).toEqual({ kind: 'card', card: { title } })
  })

  test.each([
    'https://[',
    'http://',
    `https://example.com/${'a'.repeat(9000)}`,
    'http://127.0.0.1:1/',
    'http://169.254.169.254/',
  ])('of an invalid URL does not stop the run: %s', async (url) => {
    expect(await fetchSnapshot({ provider: 'link', id: url, url }, { ...options })).toMatchObject({
      outcome: 'unavailable',
    })
  })

  test('fetches no picture from a private network, even if a page names one', async () => {
    site = await startSite(() =>
      byPath({
        '/page': {
          body: '<title>A</title><meta property="og:image" content="http://127.0.0.1:1/secret.png">',
        },
      }),
    )
    expect(await fetchSnapshot(target('link', `${site.origin}/page`), site.options)).toMatchObject({
      outcome: 'unavailable',
      reason: expect.stringContaining('public internet'),
    })
  })

  test('uses the file name of a file that is no page', async () => {
    site = await startSite(() =>
      byPath({ '/a/On%20Sorting.pdf': { type: 'application/pdf', body: Buffer.from('%PDF') } }),
    )
    expect(await fetchContent('link', `${site.origin}/a/On%20Sorting.pdf`)).toEqual({
      kind: 'card',
      card: { title: 'On Sorting.pdf' },
    })
  })

  test('reads a page in the encoding that its header or the page itself names', () => {
    const latin = Buffer.from('<title>\xdcber</title>', 'latin1')
    expect(decodeHtml(latin, 'text/html; charset=ISO-8859-1')).toContain('Über')
    const named = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin])
    expect(decodeHtml(named, 'text/html')).toContain('Über')
    expect(decodeHtml(Buffer.from('Über'), 'text/html; charset=nonsense')).toBe('Über')
  })
})

describe('fetching a remote picture', () => {
  test('stores its size, and on request the picture itself', async () => {
    const picture = await drawPicture(2000, 1000)
    site = await startSite(() => byPath({ '/p.png': { type: 'image/png', body: picture } }))
    const url = `${site.origin}/p.png`
    expect(await fetchContent('picture', url)).toEqual({
      kind: 'picture',
      picture: { width: 2000, height: 1000 },
    })
    const kept = await fetchSnapshot(
      { provider: 'picture', id: url, url },
      { ...site.options, keepPictures: true },
    )
    expect(kept).toMatchObject({
      content: {
        picture: { width: 1600, height: 800, src: expect.stringMatching(/^picture-.*-picture\.webp$/) },
      },
    })
  })

  test('is gone if the URL is not a picture', async () => {
    site = await startSite(() => byPath({ '/p.png': { body: '<h1>Sorry</h1>' } }))
    const outcome = await fetchSnapshot(target('picture', `${site.origin}/p.png`), site.options)
    expect(outcome).toMatchObject({ outcome: 'gone', reason: expect.stringContaining('is not a picture') })
  })

  test('does not read an endless file', async () => {
    site = await startSite(() =>
      byPath({
        '/p.png': (_, response) => {
          response.writeHead(200, { 'content-type': 'image/png', 'content-length': '900000000' })
          response.write('x')
        },
      }),
    )
    const outcome = await fetchSnapshot(target('picture', `${site.origin}/p.png`), site.options)
    expect(outcome).toMatchObject({
      outcome: 'unavailable',
      reason: expect.stringContaining('larger than 20 MB'),
    })
  })
})

const options = {
  endpoints: defaultEndpoints,
  http: { timeout: 1000, retries: 0 },
  maxVideo: 1000,
  keepPictures: false,
}

function target(provider: string, id: string) {
  return { provider, id, url: id.startsWith('http') ? id : `https://example.com/${id}` }
}

async function fetchContent(provider: string, id: string): Promise<SnapshotContent> {
  const outcome = await fetchSnapshot(target(provider, id), site.options)
  if (outcome.outcome !== 'data') throw new Error(`${outcome.outcome}: ${outcome.reason}`)
  return outcome.content
}

function youtube(origin: string) {
  return {
    title: 'A talk',
    author_name: 'Ada',
    author_url: 'https://www.youtube.com/@ada',
    thumbnail_url: `${origin}/vi/abc/hqdefault.jpg`,
    width: 200,
    height: 113,
  }
}
