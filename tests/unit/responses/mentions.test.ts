import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  checkMention,
  listMentions,
  queueMention,
  type Targets,
  verifyMentions,
} from '@/lib/responses/mentions/mentions'
import { readMention } from '@/lib/responses/mentions/read-mention'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

const target = 'https://blog.example/posts/hello'
const urls = new Set([target, 'https://blog.example/old'])
const targets: Targets = {
  slugOf: (url) => (urls.has(url.href.replace(/[#/]+$/, '')) ? 'hello' : undefined),
  urlsOf: () => urls,
}
const now = Date.UTC(2026, 10, 21)
const reply = (words: string) =>
  `<div class="h-entry"><a class="u-in-reply-to" href="${target}">re</a><a class="p-author h-card" href="https://ada.example/">Ada</a><p class="e-content">${words}</p></div>`

describe.each(DATABASES)('webmentions on $name', ({ missing, start }) => {
  let store: Store
  let server: Server
  let origin = ''
  let listener: RequestListener

  useStore({ missing, start }, (opened) => {
    store = opened
  })
  beforeEach(async () => {
    server = createServer((request, response) => listener(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    origin = `http://127.0.0.1:${port}`
    vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${port}`)
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await store?.db.deleteFrom('mentions').execute()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  async function receive(path: string, at = now) {
    await queueMention(store, { source: `${origin}${path}`, target, slug: 'hello' }, at)
    await verifyMentions(store, targets, { now: at })
    return store.db.selectFrom('mentions').selectAll().executeTakeFirst()
  }
  const answer =
    (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)

  test.skipIf(missing)('are verified and wait for approval', async () => {
    listener = answer(200, reply('Good <b>point</b>'))
    expect(await receive('/reply')).toMatchObject({
      state: 'waiting',
      kind: 'reply',
      author: 'Ada',
      text: 'Good point',
      due: 0,
    })
    expect(await listMentions(store, 'hello')).toEqual([])
  })

  test.skipIf(missing)('without a link to the post are rejected', async () => {
    listener = answer(200, `<p>${target} as words</p><!-- <a href="${target}"> -->`)
    expect(await receive('/none')).toBeUndefined()
  })

  test.skipIf(missing)('are followed through a redirect', async () => {
    listener = (request, response) =>
      request.url === '/moved'
        ? answer(302, '', { location: '/there' })(request, response)
        : answer(200, `<a href="${target}/">x</a>`)(request, response)
    expect(await receive('/moved')).toMatchObject({ state: 'waiting', kind: 'mention' })
  })

  test.skipIf(missing)(
    'are updated: an unchanged text stays approved, a changed one waits again',
    async () => {
      listener = answer(200, reply('first'))
      await receive('/update')
      await store.db.updateTable('mentions').set({ state: 'approved' }).execute()
      expect(await receive('/update', now + 1)).toMatchObject({ state: 'approved' })
      listener = answer(200, reply('second'))
      expect(await receive('/update', now + 2)).toMatchObject({ state: 'waiting', text: 'second' })
    },
  )

  test.skipIf(missing).each([410, 404])('that answer %i are deleted', async (status) => {
    listener = answer(200, reply('here'))
    await receive('/gone')
    listener = answer(status, 'gone')
    expect(await receive('/gone', now + 1)).toBeUndefined()
  })

  test.skipIf(missing)('from a failing site are retried later, at most five times', async () => {
    listener = answer(503, 'later')
    const row = await receive('/fails')
    expect(row?.state).toBe('unverified')
    expect(row?.due).toBeGreaterThan(now)
    let at = now
    for (let time = 0; time < 6; time++) {
      at += 24 * 60 * 60 * 1000
      await verifyMentions(store, targets, { now: at })
    }
    expect(await store.db.selectFrom('mentions').selectAll().execute()).toEqual([])
  })

  test.skipIf(missing)('from a huge page, or from something that is not a page, are dropped', async () => {
    listener = answer(200, reply('x'.repeat(1_100_000)))
    expect(await receive('/huge')).toBeUndefined()
    listener = answer(200, reply('a picture'), { 'content-type': 'image/png' })
    expect(await receive('/picture')).toBeUndefined()
  })

  test.skipIf(missing)(
    'of a slow site are aborted after ten seconds',
    async () => {
      listener = (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => response.write(' '), 500)
        response.on('close', () => clearInterval(drip))
      }
      // The site never ends its response: the test is that this returns at all.
      expect(await receive('/slow')).toMatchObject({ state: 'unverified' })
    },
    60_000,
  )

  test.skipIf(missing)('with a source in a private network cause no request', async () => {
    vi.stubEnv('FETCH_ALLOW', '')
    let asked = 0
    listener = (request, response) => {
      asked++
      answer(200, reply('secret'))(request, response)
    }
    expect(await receive('/inside')).toBeUndefined()
    expect(asked).toBe(0)
  })

  test.skipIf(missing)('are verified by only one of two instances', async () => {
    let asked = 0
    listener = (request, response) => {
      asked++
      setTimeout(() => answer(200, reply('once'))(request, response), 100)
    }
    await queueMention(store, { source: `${origin}/two`, target, slug: 'hello' }, now)
    await Promise.all([verifyMentions(store, targets, { now }), verifyMentions(store, targets, { now })])
    expect(asked).toBe(1)
  })
})

test.each([
  ['ftp://a.example/', target],
  ['javascript:alert(1)', target],
  ['not a url', target],
  [target, target],
  [`${target}#part`, target],
  ['https://a.example/', 'https://other.example/posts/hello'],
  ['https://a.example/', 'https://blog.example/about'],
  [`https://a.example/${'x'.repeat(3000)}`, target],
])('%.40s to %s is refused before anything is fetched', (source, to) => {
  expect(checkMention(source, to, targets).ok).toBe(false)
})

test.each([
  ['like-of', 'like'],
  ['repost-of', 'repost'],
  ['in-reply-to', 'reply'],
  ['bookmark-of', 'mention'],
])('%s is a %s', (property, kind) => {
  const html = `<div class="h-entry"><a class="u-${property}" href="https://blog.example/old">x</a></div>`
  expect(readMention(html, 'https://a.example/1', urls)?.kind).toBe(kind)
})

test('take only text and web URLs from the page', () => {
  const html = `<div class="h-entry"><a class="u-in-reply-to" href="${target}">x</a><a class="u-url" href="javascript:alert(1)">y</a>
    <span class="p-author h-card"><a class="u-url" href="data:text/html,x">z</a><span class="p-name">&lt;script&gt;</span></span>
    <div class="e-content"><script>alert(1)</script><img src=x onerror=alert(1)>Words</div></div>`
  const read = readMention(html, 'https://a.example/1', urls)
  expect(read).toMatchObject({ author: '<script>', authorUrl: '', url: 'https://a.example/1' })
})
