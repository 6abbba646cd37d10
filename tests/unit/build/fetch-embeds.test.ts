import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchInBackground, fetchOnCi } from '../../../lib/build/fetch-embeds'
import { byTweet, type Site, startSite } from '../snapshots/site-server'

let project: string
let site: Site
let stop: () => Promise<void>
const said: string[] = []

beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'quire-background-'))
  site = await startSite(() => byTweet({ 1: { body: { id_str: '1', text: 'Hello' } } }))
  vi.stubEnv('EMBED_ENDPOINTS', `tweet=${site.origin}`)
  vi.stubEnv('CONTENT_DIR', 'words')
  said.length = 0
  writeDocuments(['2'])
  stop = await fetchInBackground(project, (line) => said.push(line), 10)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await stop()
  await site.stop()
  rmSync(project, { recursive: true, force: true })
})

describe('while the author writes', () => {
  test('takes a snapshot of a new embed, and leaves out those that were missing before', async () => {
    writeDocuments(['2', '1'])
    await vi.waitFor(() => expect(said).toEqual(['Kept https://x.com/ada/status/1']), patience)
    expect(readdirSync(join(project, 'words', 'embeds'))).toEqual(['tweet-1.json'])
    expect(site.requests.some((path) => path.includes('id=2&'))).toBe(false)
  })

  test('requests an unknown tweet once, and does not store it', async () => {
    writeDocuments(['2', '12'])
    await vi.waitFor(() => expect(said).toHaveLength(1), patience)
    expect(said[0]).toContain('No snapshot of https://x.com/ada/status/12')
    writeDocuments(['2', '12', '1'])
    await vi.waitFor(() => expect(said).toHaveLength(2), patience)
    expect(site.requests.filter((path) => path.includes('id=12&'))).toHaveLength(1)
    expect(existsSync(join(project, 'words', 'embeds', 'tweet-12.json'))).toBe(false)
  })
})

describe('a build on CI', () => {
  const env = () => ({ CI: '1', EMBED_ENDPOINTS: `tweet=${site.origin}` })

  // No author works on CI.
  beforeEach(() => stop())

  test('fetches what is missing into its cache, once, and never into the content', async () => {
    writeDocuments(['2', '1'])
    expect(await fetchOnCi(project, env())).toBe(1)
    expect(readdirSync(join(project, '.next/cache/quire/embeds'))).toEqual(['tweet-1.json'])
    expect(existsSync(join(project, 'words', 'embeds'))).toBe(false)
    const asked = site.requests.filter((path) => path.includes('id=1&')).length
    expect(await fetchOnCi(project, env())).toBe(0)
    expect(site.requests.filter((path) => path.includes('id=1&'))).toHaveLength(asked)
  })

  test('requests nothing outside CI, or if the author forbids it', async () => {
    writeDocuments(['1'])
    expect(await fetchOnCi(project, { ...env(), CI: 'false' })).toBe(0)
    writeDocuments(['1'], true)
    expect(await fetchOnCi(project, env())).toBe(0)
    expect(site.requests).toEqual([])
  })

  test('waits no longer than its limit', async () => {
    writeDocuments(['1'])
    const silent = await startSite(() => () => {})
    // The site never answers: the test is that this returns at all.
    expect(await fetchOnCi(project, { CI: '1', EMBED_ENDPOINTS: `tweet=${silent.origin}` }, 500)).toBe(0)
    await silent.stop()
  })
})

const patience = { timeout: 20_000, interval: 50 }

/** The part of the output of `collectReferences` that is read here. */
function writeDocuments(ids: string[], isOffline = false): void {
  mkdirSync(join(project, '.quire'), { recursive: true })
  const targets = ids.map((id) => ({ provider: 'tweet', id, url: `https://x.com/ada/status/${id}` }))
  writeFileSync(join(project, '.quire', 'embeds.json'), JSON.stringify({ targets, isOffline }))
  writeFileSync(join(project, '.quire', 'index.json'), JSON.stringify(ids))
}
