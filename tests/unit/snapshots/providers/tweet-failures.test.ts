import { afterEach, describe, expect, test } from 'vitest'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { byTweet, type Route, type Site, startSite } from '../site-server'
import { fetchTweet, plainTweet, target } from './tweet-payloads'

let site: Site

afterEach(() => site.stop())

describe('a tweet that cannot be fetched', () => {
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
    expect((await fetchTweet(site, '1')).tweet.text).toEqual([{ text: 'Hello' }])
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
