import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchSnapshots, findMissing } from '../../../lib/snapshots/run'
import { pruneSnapshots } from '../../../lib/snapshots/store'
import { byTweet, type Route, type Site, startSite } from './site-server'

let folder: string
let site: Site
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quire-run-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await site.stop()
})

describe('a run', () => {
  test('requests each embed once, sorts the results and stores those with data', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1'), 2: { body: {} }, 3: { status: 403, body: '' } }))
    const done: string[] = []
    const report = await fetchSnapshots(folder, targets('1', '2', '1', '3'), {
      ...options(),
      onDone: ({ id }) => done.push(id),
    })
    expect(summarize(report)).toEqual({ present: 0, fetched: ['1'], gone: ['2'], kept: [], failed: ['3'] })
    expect(done.sort()).toEqual(['1', '2', '3'])
    expect(readdirSync(folder).sort()).toEqual(['tweet-1.json', 'tweet-2.json'])
  })

  test('continues where an earlier run stopped', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1'), 3: tweet('3') }))
    await fetchSnapshots(folder, targets('1', '2'), options())
    const before = site.requests.length
    const report = await fetchSnapshots(folder, targets('1', '2', '3'), options())
    expect(summarize(report)).toMatchObject({ present: 2, fetched: ['3'] })
    expect(site.requests.length - before).toBe(1)
  })

  test('requests everything again with refresh, and keeps a tweet that was deleted since', async () => {
    const tweets: Record<string, Route> = { 1: tweet('1') }
    site = await startSite(() => byTweet(tweets))
    await fetchSnapshots(folder, targets('1'), options())
    delete tweets[1]
    const report = await fetchSnapshots(folder, targets('1'), options({ refresh: true }))
    expect(summarize(report)).toMatchObject({ kept: ['1'], gone: [] })
    expect(findMissing(folder, targets('1'))).toEqual([])
  })

  test('continues with the other embeds if one fails', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1') }, { '/empty': { body: '' } }))
    const card = (url: string) => ({ provider: 'link', id: url, url })
    const odd = ['/50%-off.pdf', '/%E0%A4%A.pdf', '/empty', `/${'a'.repeat(4096)}`].map((path) =>
      card(site.origin + path),
    )
    const report = await fetchSnapshots(
      folder,
      [card('https://['), card('no url'), ...odd, ...targets('1')],
      options(),
    )
    expect(report.fetched.map(({ target }) => target.id)).toContain('1')
    expect(report.failed.length + report.gone.length + report.fetched.length).toBe(7)
  })

  test('never replaces a snapshot that the author edited with a typo, and reports the mistake', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1') }))
    await fetchSnapshots(folder, targets('1'), options())
    const file = join(folder, 'tweet-1.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"outcome"', '"outcoem"'))
    const edited = readFileSync(file, 'utf8')
    const asked = site.requests.length
    for (const refresh of [false, true]) {
      const { kept } = await fetchSnapshots(folder, targets('1'), options({ refresh }))
      expect(kept).toMatchObject([
        { reason: expect.stringMatching(/tweet-1\.json cannot be read .*outcome/) },
      ])
    }
    expect(readFileSync(file, 'utf8')).toBe(edited)
    expect(site.requests.length).toBe(asked)
  })

  test('fetches a snapshot again if an edit left it without its picture', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1') }))
    await fetchSnapshots(folder, targets('1'), options())
    const file = join(folder, 'tweet-1.json')
    const snapshot = JSON.parse(readFileSync(file, 'utf8'))
    snapshot.content.tweet.author.avatar = { src: 'tweet-1-avatar.webp', width: 1, height: 1, alt: '' }
    writeFileSync(file, JSON.stringify(snapshot))
    expect(summarize(await fetchSnapshots(folder, targets('1'), options()))).toMatchObject({ fetched: ['1'] })
  })

  test('deletes no picture that another snapshot shows', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1'), 2: tweet('2') }))
    await fetchSnapshots(folder, targets('1', '2'), options())
    const [first, second] = [join(folder, 'tweet-1.json'), join(folder, 'tweet-2.json')]
    for (const [file, src] of [
      [first, 'tweet-2-photo-1.webp'],
      [second, 'tweet-2-photo-1.webp'],
    ] as const) {
      const snapshot = JSON.parse(readFileSync(file, 'utf8'))
      snapshot.content.tweet.author.avatar = { src, width: 1, height: 1, alt: '' }
      writeFileSync(file, JSON.stringify(snapshot))
    }
    writeFileSync(join(folder, 'tweet-2-photo-1.webp'), 'picture')
    await fetchSnapshots(folder, targets('1'), options({ refresh: true }))
    expect(readdirSync(folder)).toContain('tweet-2-photo-1.webp')
    await fetchSnapshots(folder, targets('2'), options({ refresh: true }))
    expect(readdirSync(folder).sort()).toEqual(['tweet-1.json', 'tweet-2.json'])
  })

  test('deletes unused snapshots and nothing else', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1'), 2: tweet('2') }))
    await fetchSnapshots(folder, targets('1', '2', '3'), options())
    writeFileSync(join(folder, 'tweet-9.json'), '{ a typo')
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    expect(await pruneSnapshots(folder, targets('1'))).toEqual(['tweet-2.json', 'tweet-3.json'])
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'tweet-1.json', 'tweet-9.json'])
  })

  test('starts no request after it was stopped', async () => {
    site = await startSite(() => byTweet({}))
    const stop = new AbortController()
    stop.abort()
    await fetchSnapshots(folder, targets('1', '2'), options({ signal: stop.signal }))
    expect(site.requests).toEqual([])
  })
})

function options(more: { refresh?: boolean; signal?: AbortSignal } = {}) {
  return { ...site.options, http: { timeout: 5000, retries: 0 }, refresh: false, keepGone: true, ...more }
}

function targets(...ids: string[]) {
  return ids.map((id) => ({ provider: 'tweet', id, url: `https://x.com/ada/status/${id}` }))
}

function tweet(id: string): Route {
  return { body: { id_str: id, text: 'Hello', user: { name: 'Ada', screen_name: 'ada' } } }
}

function summarize({ present, ...lists }: Awaited<ReturnType<typeof fetchSnapshots>>) {
  const ids = Object.entries(lists).map(([name, entries]) => [
    name,
    entries.map(({ target }) => target.id).sort(),
  ])
  return { present, ...Object.fromEntries(ids) }
}
