import { afterEach, describe, expect, test } from 'vitest'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import type { TweetSnapshot } from '../../../../lib/snapshots/snapshot'
import { byTweet, drawPicture, type Route, type Site, startSite } from '../site-server'

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
    const { tweet, media } = await fetchTweet('77')
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
    expect((await fetchTweet('1')).tweet.text).toEqual([{ text: 'Hello' }])
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
    const small = await fetchTweet('1')
    expect(small.tweet.media).toMatchObject([{ type: 'video', src: 'tweet-1-video-1.mp4', loop: false }])
    expect(small.media.get('tweet-1-video-1.mp4')).toHaveLength(500)
    const [large] = (await fetchTweet('2')).tweet.media
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
    expect((await fetchTweet('1')).tweet.media).toHaveLength(2)
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
    expect((await fetchTweet('1')).tweet).toMatchObject({ text: [{ text: 'Hello' }], media: [] })
  })

  test('reads the complete text of a long post, or records that there is more', async () => {
    site = await startSite(() =>
      byTweet({
        1: { body: { ...plainTweet, note_tweet: { note_tweet_results: { result: { text: 'All of it' } } } } },
        2: { body: { ...plainTweet, id_str: '2', note_tweet: { id: 'x' } } },
      }),
    )
    expect((await fetchTweet('1')).tweet).toMatchObject({ text: [{ text: 'All of it' }] })
    expect((await fetchTweet('1')).tweet.truncated).toBeUndefined()
    expect((await fetchTweet('2')).tweet).toMatchObject({ text: [{ text: 'Hello' }], truncated: true })
  })

  test.each<[string, Route, RegExp]>([
    ['a tombstone', { body: tombstone() }, /suspended account\.$/],
    ['a tombstone without words', { body: { __typename: 'TweetTombstone' } }, /tombstone/],
    ['an empty object', { body: {} }, /no tweet with this id/],
    ['404', { status: 404, body: {} }, /404/],
  ])('is gone for %s', async (_, route, reason) => {
    site = await startSite(() => byTweet({ 1: route }))
    const outcome = await fetchSnapshot(target('1'), site.options)
    expect(outcome).toMatchObject({ outcome: 'gone', reason: expect.stringMatching(reason) })
  })

  test.each<[string, Route, RegExp]>([
    ['an error page', { body: '<h1>Something went wrong</h1>' }, /not valid JSON/],
    ['an error page that says 403', { status: 403, body: '<h1>Forbidden</h1>' }, /403/],
    ['JSON that is no tweet', { body: ['x'] }, /not a valid tweet/],
    ['a text that no tweet can have', { body: { ...plainTweet, text: 'x'.repeat(100_000) } }, /not usable/],
    ['another tweet', { body: { ...plainTweet, id_str: '9' } }, /another tweet, 9/],
    ['half an answer', (_, response) => cutOff(response), /127\.0\.0\.1: /],
    ['no answer in time', () => {}, /in time/],
  ])('is unavailable for %s', async (_, route, reason) => {
    site = await startSite(() => byTweet({ 1: route }))
    const outcome = await fetchSnapshot(target('1'), { ...site.options, http: { timeout: 400, retries: 0 } })
    expect(outcome).toMatchObject({ outcome: 'unavailable', reason: expect.stringMatching(reason) })
  })

  test('waits as long as a 429 response requests and tries again', async () => {
    let asked = 0
    site = await startSite(() =>
      byTweet({
        1: (_, response) => {
          asked += 1
          if (asked === 1) response.writeHead(429, { 'retry-after': '1' }).end()
          else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(plainTweet))
        },
      }),
    )
    const begun = Date.now()
    expect((await fetchTweet('1')).tweet.text).toEqual([{ text: 'Hello' }])
    expect(Date.now() - begun).toBeGreaterThanOrEqual(900)
  })

  test('gives up if the 429 responses continue', async () => {
    site = await startSite(() => byTweet({ 1: { status: 429, body: '' } }))
    const outcome = await fetchSnapshot(target('1'), { ...site.options, http: { timeout: 5000, retries: 1 } })
    expect(outcome).toMatchObject({ outcome: 'unavailable', reason: expect.stringContaining('429') })
    expect(site.requests).toHaveLength(2)
  })

  test('leaves the tweet for the next run if a photo cannot be fetched', async () => {
    site = await startSite((origin) =>
      byTweet(
        { 1: { body: { ...plainTweet, mediaDetails: [{ type: 'photo', media_url_https: `${origin}/p` }] } } },
        { '/p': { status: 403, body: '' } },
      ),
    )
    expect(await fetchSnapshot(target('1'), site.options)).toMatchObject({ outcome: 'unavailable' })
  })

  test('requests nothing for an id that is not a number', async () => {
    site = await startSite(() => byTweet({}))
    expect(await fetchSnapshot(target('../../x'), site.options)).toMatchObject({ outcome: 'gone' })
    expect(site.requests).toEqual([])
  })
})

async function fetchTweet(
  id: string,
): Promise<{ tweet: TweetSnapshot; media: ReadonlyMap<string, Uint8Array> }> {
  const outcome = await fetchSnapshot(target(id), site.options)
  if (outcome.outcome !== 'data') throw new Error(`${outcome.outcome}: ${outcome.reason}`)
  if (outcome.content.kind !== 'tweet') throw new Error(outcome.content.kind)
  return { tweet: outcome.content.tweet, media: outcome.media }
}

function target(id: string) {
  return { provider: 'tweet', id, url: `https://twitter.com/ada/status/${id}` }
}

function picture(width: number, height: number): Route {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(await drawPicture(width, height))
  }
}

function videoOf(origin: string, paths: string[]) {
  return {
    type: 'video',
    media_url_https: `${origin}/poster.png`,
    video_info: {
      variants: paths.map((path, index) => ({
        content_type: 'video/mp4',
        url: origin + path,
        bitrate: 1000 - index,
      })),
    },
  }
}

function wholeTweet(origin: string) {
  return {
    __typename: 'Tweet',
    id_str: '77',
    lang: 'en',
    created_at: '2022-05-20T13:00:00.000Z',
    display_text_range: [0, 17],
    text: 'Two lines\nof text https://t.co/pic',
    user: { name: 'Ada', screen_name: 'ada', profile_image_url_https: `${origin}/a.png` },
    entities: {
      hashtags: [],
      urls: [],
      user_mentions: [],
      symbols: [],
      media: [{ indices: [18, 34], url: 'https://t.co/pic' }],
    },
    mediaDetails: [{ type: 'photo', media_url_https: `${origin}/p.png`, ext_alt_text: 'A workshop' }],
    quoted_tweet: { id_str: '66', text: 'Quoted', user: { name: 'Bob', screen_name: 'bob' }, entities: {} },
    in_reply_to_screen_name: 'eve',
    in_reply_to_status_id_str: '55',
  }
}

const plainTweet = { id_str: '1', text: 'Hello', user: { name: 'Ada', screen_name: 'ada' } }

function tombstone() {
  return {
    __typename: 'TweetTombstone',
    tombstone: { text: { text: 'This Post is from a suspended account. Learn more' } },
  }
}

function cutOff(response: import('node:http').ServerResponse) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"id_str":')
  setTimeout(() => response.destroy(), 20)
}
