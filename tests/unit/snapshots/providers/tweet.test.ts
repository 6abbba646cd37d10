import { afterEach, describe, expect, test } from 'vitest'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { byTweet, type Route, type Site, startSite } from '../site-server'
import { fetchTweet, picture, plainTweet, target, videoOf, wholeTweet } from './tweet-payloads'

let site: Site

afterEach(() => site.stop())

describe('fetching a tweet', () => {
  test('reads its author, date, text, photos with their alternative texts, the quoted tweet and the one it replies to', async () => {
    site = await startSite((origin) =>
      byTweet(
        { 77: { body: wholeTweet(origin) } },
        { '/a.png': picture(300, 300), '/p.png': picture(2400, 1200) },
      ),
    )
    const { tweet, media } = await fetchTweet(site, '77')
    expect(tweet).toMatchObject({
      id: '77',
      url: 'https://x.com/ada/status/77',
      author: { name: 'Ada', handle: 'ada', avatar: { src: 'tweet-77-avatar.webp', width: 96, height: 96 } },
      date: '2022-05-20T13:00:00.000Z',
      lang: 'en',
      text: [{ text: 'Two lines\nof text' }],
      media: [
        {
          type: 'photo',
          picture: { src: 'tweet-77-photo-1.webp', width: 1200, height: 600, alt: 'A workshop' },
        },
      ],
      quoted: { id: '66', author: { name: 'Bob' }, text: [{ text: 'Quoted' }] },
      replyTo: { handle: 'eve', url: 'https://x.com/eve/status/55' },
    })
    expect([...media.keys()].sort()).toEqual(['tweet-77-avatar.webp', 'tweet-77-photo-1.webp'])
  })

  test('sends the token that the endpoint expects', async () => {
    site = await startSite(() => byTweet({}))
    await fetchSnapshot(target('1527638653878476800'), site.options)
    const asked = new URL(site.requests[0] ?? '', site.origin)
    expect(asked.pathname).toBe('/tweet-result')
    expect(asked.searchParams.get('token')).toMatch(/^[a-z1-9]{5,}$/)
  })

  test.each([
    ['an empty object', {}],
    ['an empty list', []],
    ['only pictures', { media: [] }],
    ['lists with something else in them', { urls: [null, { indices: 'x' }], hashtags: 'x' }],
    ['nothing', null],
  ])('reads a payload whose entities are %s', async (_, entities) => {
    site = await startSite(() => byTweet({ 1: { body: { ...plainTweet, entities } } }))
    expect((await fetchTweet(site, '1')).tweet.text).toEqual([{ text: 'Hello' }])
  })

  test('takes the author from the URL in the post if the payload has no user', async () => {
    site = await startSite(() => byTweet({ 1: { body: { id_str: '1', text: 'Hello' } } }))
    const outcome = await fetchSnapshot(target('1'), site.options)
    expect(outcome).toMatchObject({
      content: { tweet: { author: { name: 'ada', handle: 'ada' }, url: 'https://x.com/ada/status/1' } },
    })
  })

  test('stores a small video, and only the poster of a large one', async () => {
    const video = (size: number): Route => ({ type: 'video/mp4', body: Buffer.alloc(size) })
    site = await startSite((origin) =>
      byTweet(
        {
          1: { body: { ...plainTweet, mediaDetails: [videoOf(origin, ['/large.mp4', '/small.mp4'])] } },
          2: { body: { ...plainTweet, id_str: '2', mediaDetails: [videoOf(origin, ['/large.mp4'])] } },
        },
        { '/poster.png': picture(640, 360), '/large.mp4': video(5000), '/small.mp4': video(500) },
      ),
    )
    const small = await fetchTweet(site, '1')
    expect(small.tweet.media).toMatchObject([{ type: 'video', src: 'tweet-1-video-1.mp4', loop: false }])
    expect(small.media.get('tweet-1-video-1.mp4')).toHaveLength(500)
    const [large] = (await fetchTweet(site, '2')).tweet.media
    expect(large).toMatchObject({ type: 'video', poster: { width: 640 } })
    expect(large).not.toHaveProperty('src')
  })

  test('stores the poster of a video without an mp4, and of one without any alternative text', async () => {
    site = await startSite((origin) =>
      byTweet(
        {
          1: {
            body: {
              ...plainTweet,
              mediaDetails: [
                {
                  ...videoOf(origin, []),
                  video_info: {
                    variants: [{ content_type: 'application/x-mpegURL', url: `${origin}/x.m3u8` }],
                  },
                },
                { type: 'video', media_url_https: `${origin}/poster.png` },
              ],
            },
          },
        },
        { '/poster.png': picture(640, 360) },
      ),
    )
    expect((await fetchTweet(site, '1')).tweet.media).toHaveLength(2)
  })

  test('stores the tweet without a photo that is gone or is not a picture', async () => {
    site = await startSite((origin) =>
      byTweet(
        {
          1: {
            body: {
              ...plainTweet,
              mediaDetails: ['/gone.png', '/words.png', 'not an address'].map((path) => ({
                type: 'photo',
                media_url_https: path.startsWith('/') ? origin + path : path,
              })),
            },
          },
        },
        { '/words.png': { body: 'no picture' } },
      ),
    )
    expect((await fetchTweet(site, '1')).tweet).toMatchObject({ text: [{ text: 'Hello' }], media: [] })
  })

  test('reads the complete text of a long post, or records that there is more', async () => {
    site = await startSite(() =>
      byTweet({
        1: { body: { ...plainTweet, note_tweet: { note_tweet_results: { result: { text: 'All of it' } } } } },
        2: { body: { ...plainTweet, id_str: '2', note_tweet: { id: 'x' } } },
      }),
    )
    expect((await fetchTweet(site, '1')).tweet).toMatchObject({ text: [{ text: 'All of it' }] })
    expect((await fetchTweet(site, '1')).tweet.truncated).toBeUndefined()
    expect((await fetchTweet(site, '2')).tweet).toMatchObject({ text: [{ text: 'Hello' }], truncated: true })
  })
})
