import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchSnapshots, findMissing } from '../../../lib/snapshots/run'
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
  test('asks for each embed once, sorts the answers and keeps what is worth it', async () => {
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

  test('goes on where an earlier one stopped', async () => {
    site = await startSite(() => byTweet({ 1: tweet('1'), 3: tweet('3') }))
    await fetchSnapshots(folder, targets('1', '2'), options())
    const before = site.requests.length
    const report = await fetchSnapshots(folder, targets('1', '2', '3'), options())
    expect(summarize(report)).toMatchObject({ present: 2, fetched: ['3'] })
    expect(site.requests.length - before).toBe(1)
  })

  test('asks again with refresh, and keeps a tweet that was deleted since', async () => {
    const tweets: Record<string, Route> = { 1: tweet('1') }
    site = await startSite(() => byTweet(tweets))
    await fetchSnapshots(folder, targets('1'), options())
    delete tweets[1]
    const report = await fetchSnapshots(folder, targets('1'), options({ refresh: true }))
    expect(summarize(report)).toMatchObject({ kept: ['1'], gone: [] })
    expect(findMissing(folder, targets('1'))).toEqual([])
  })

  test('begins nothing new once it is told to stop', async () => {
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
