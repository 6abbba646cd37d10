import { afterEach, describe, expect, test } from 'vitest'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { decodeHtml } from '../../../../lib/snapshots/providers/open-graph'
import { readPageHead } from '../../../../lib/snapshots/providers/page-head'
import { expectSteady } from '../../../growth'
import { byPath, drawPicture, type Site, startSite } from '../site-server'
import { fetchContent, options, target } from './fetch-content'

let site: Site

afterEach(() => site?.stop())

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
    const content = await fetchContent(site, 'link', `${site.origin}/page`)
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
    expect(await fetchContent(site, 'link', `${site.origin}/page`)).toMatchObject({
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
    expect(await fetchContent(site, 'link', `${site.origin}${path}`)).toEqual({
      kind: 'card',
      card: { title },
    })
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
    expect(await fetchContent(site, 'link', `${site.origin}/a/On%20Sorting.pdf`)).toEqual({
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
