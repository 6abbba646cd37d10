import { afterEach, describe, expect, test } from 'vitest'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { byPath, drawPicture, type Site, startSite } from '../site-server'
import { fetchContent, target } from './fetch-content'

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
    expect(await fetchContent(site, 'youtube', 'abcdefghijk')).toEqual({
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
    expect(await fetchContent(site, 'youtube', 'abcdefghijk')).toMatchObject({
      video: { poster: { width: 480 }, width: 9, height: 16 },
    })
  })

  test('reads the size from Vimeo', async () => {
    site = await startSite(() =>
      byPath({ '/api/oembed.json': { body: { title: 'A video', width: 1280, height: 534 } } }),
    )
    expect(await fetchContent(site, 'vimeo', '76979871')).toEqual({
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
    expect(await fetchContent(site, 'gist', 'deadbeef')).toEqual({
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
    expect(await fetchContent(site, 'github', 'ada/engine')).toEqual({
      kind: 'card',
      card: { title: 'ada/engine', site: 'GitHub', description: 'It computes' },
    })
  })
})

describe('fetching a remote picture', () => {
  test('stores its size, and on request the picture itself', async () => {
    const picture = await drawPicture(2000, 1000)
    site = await startSite(() => byPath({ '/p.png': { type: 'image/png', body: picture } }))
    const url = `${site.origin}/p.png`
    expect(await fetchContent(site, 'picture', url)).toEqual({
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
