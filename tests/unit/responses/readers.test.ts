import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { isWithinLimit } from '@/lib/responses/readers/limits'
import { addReactions, closeDays, countReactions, type Reaction } from '@/lib/responses/readers/reactions'
import { dayOf, networkOf, ReaderHashes, readerOf } from '@/lib/responses/readers/reader'
import type { Store } from '@/lib/responses/store/store'
import { noteConnections } from '@/lib/serving/note-connections'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'

const NOON = Date.UTC(2026, 10, 21, 12)
type OneReaction = Omit<Reaction, 'network'>
const addReaction = (store: Pick<Store, 'write'>, reaction: OneReaction) =>
  store.write((db) => addReactions(db, [{ ...reaction, network: reaction.reader }]))
const removeReaction = (store: Pick<Store, 'write'>, reaction: OneReaction) =>
  addReaction(store, { ...reaction, undo: true })
const DAY = 24 * 60 * 60 * 1000

describe.each(DATABASES)('likes and views on $name', ({ missing, start }) => {
  let store: Store

  useStore({ missing, start }, (opened) => {
    store = opened
  })

  test.skipIf(missing)(
    'count one reader once a day, and keep the sum when the day and its salt are gone',
    async () => {
      const hashes = new ReaderHashes(store)
      const reader = { network: '192.0.2.7', agent: 'a browser', isBot: false }
      const today = await hashes.hash(reader, 'like a', dayOf(NOON))
      for (let time = 0; time < 3; time++)
        await addReaction(store, { slug: 'a', kind: 'like', reader: today, now: NOON })
      const other = await hashes.hash({ ...reader, agent: 'another' }, 'like a', dayOf(NOON))
      await addReaction(store, { slug: 'a', kind: 'like', reader: other, now: NOON })
      await addReaction(store, { slug: 'a', kind: 'view', reader: other, now: NOON })
      expect(await countReactions(store, 'a')).toEqual(new Map([['a', { like: 2, view: 1 }]]))

      // Two instances close the day at the same time.
      await Promise.all([closeDays(store, NOON + DAY), closeDays(store, NOON + DAY)])
      expect(await countReactions(store)).toEqual(new Map([['a', { like: 2, view: 1 }]]))
      expect(await store.db.selectFrom('reactions').selectAll().execute()).toEqual([])
      expect(await store.db.selectFrom('salts').selectAll().execute()).toEqual([])

      const tomorrow = await new ReaderHashes(store).hash(reader, 'like a', dayOf(NOON + DAY))
      expect(tomorrow).not.toBe(today)
      await addReaction(store, { slug: 'a', kind: 'like', reader: tomorrow, now: NOON + DAY })
      // An instance whose clock is slow has still written into the day before.
      await addReaction(store, { slug: 'a', kind: 'like', reader: 'late', now: NOON })
      await closeDays(store, NOON + DAY)
      expect(await countReactions(store, 'a')).toEqual(new Map([['a', { like: 4, view: 1 }]]))
      await removeReaction(store, { slug: 'a', kind: 'like', reader: tomorrow, now: NOON + DAY })
      expect(await countReactions(store, 'a')).toEqual(new Map([['a', { like: 3, view: 1 }]]))
    },
  )

  test.skipIf(missing)('ask for the salt of a day once, however many readers come at once', async () => {
    let statements = 0
    const db = store.db.withPlugin({
      transformQuery: ({ node }) => {
        statements++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const hashes = new ReaderHashes({ db })
    const reader = { network: '192.0.2.7', agent: 'a browser', isBot: false }
    const day = dayOf(NOON + 2 * DAY)
    const found = await Promise.all(Array.from({ length: 50 }, () => hashes.hash(reader, 'like a', day)))
    expect(new Set(found)).toEqual(new Set([await new ReaderHashes(store).hash(reader, 'like a', day)]))
    expect(statements).toBe(2)
  })

  test.skipIf(missing)('in one group are counted as if they came one by one', async () => {
    const one = { slug: 'g', kind: 'like', now: NOON, network: 'n' } as const
    const [a, b] = [
      { ...one, reader: 'a' },
      { ...one, reader: 'b' },
    ]
    expect(await store.write((db) => addReactions(db, [a, a, b, { ...b, undo: true }]))).toEqual([
      ...[true, true, true, true],
    ])
    expect((await countReactions(store, 'g')).get('g')).toEqual({ like: 1, view: 0 })
    const flood = Array.from({ length: 700 }, (_, at) => ({ ...one, reader: `r${at}` }))
    const taken = await store.write((db) => addReactions(db, flood))
    expect(taken.filter(Boolean)).toHaveLength(596)
  })

  test.skipIf(missing)(
    'a limit applies to all instances together and ends with its time window',
    async () => {
      const limit = { count: 5, window: 60 }
      const tries = await Promise.all(
        Array.from({ length: 12 }, () => isWithinLimit(store.db, 'somebody', limit, NOON)),
      )
      expect(tries.filter(Boolean)).toHaveLength(5)
      expect(await isWithinLimit(store.db, 'somebody', limit, NOON + 61_000)).toBe(true)
      expect(await isWithinLimit(store.db, 'another', limit, NOON)).toBe(true)
    },
  )
})

describe('a reader', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['not an address', 'unknown'],
    ['', 'unknown'],
  ])('at %j is known as %j', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  // Headers of a request, and what `noteConnections` appends: the connection’s own address comes last.
  test.each([
    ['203.0.113.9', '', '203.0.113.9', 'without a proxy'],
    ['192.0.2.66, 203.0.113.9', '', '203.0.113.9', 'without a proxy, and a made-up address'],
    ['203.0.113.9, 127.0.0.1', '', '203.0.113.9', 'behind a proxy on this machine'],
    ['192.0.2.66, 203.0.113.9, ::ffff:127.0.0.1', '', '203.0.113.9', 'the same, and a made-up address'],
    ['192.0.2.66, 203.0.113.9, 10.1.2.3, 172.18.0.2', '', '203.0.113.9', 'behind two proxies in its network'],
    ['192.0.2.66, 203.0.113.9, 198.51.100.7', '1', '203.0.113.9', 'behind a proxy elsewhere'],
    ['203.0.113.9', '1', '203.0.113.9', 'past the proxy'],
    ['192.168.1.5', '', '192.168.1.5', 'on the author’s own network'],
    ['203.0.113.9:4711, 127.0.0.1', '', '203.0.113.9', 'behind a proxy that writes ports'],
    ['', '', 'unknown', 'nowhere'],
  ])('with the addresses %j and TRUSTED_PROXIES=%s is at %s: %s', (forwarded, proxies, network) => {
    const headers = new Headers({ 'x-forwarded-for': forwarded, 'user-agent': 'Mozilla/5.0 Firefox/140.0' })
    expect(readerOf(headers, { TRUSTED_PROXIES: proxies })).toMatchObject({ network, isBot: false })
  })

  test('is identified by the connection, whatever the request claims', async () => {
    noteConnections()
    const server = createServer((request, response) => {
      response.end(String(request.headers['x-forwarded-for']))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    const ask = async (headers: HeadersInit) => (await fetch(url, { headers })).text()
    expect(await ask({})).toBe('127.0.0.1')
    expect(await ask({ 'x-forwarded-for': '192.0.2.66' })).toBe('192.0.2.66, 127.0.0.1')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test.each(['', 'Googlebot/2.1', 'curl/8.5', 'Mozilla/5.0 (compatible; bingbot/2.0)'])(
    'that calls itself %j is a robot',
    (agent) => {
      expect(readerOf(new Headers({ 'user-agent': agent })).isBot).toBe(true)
    },
  )
})
