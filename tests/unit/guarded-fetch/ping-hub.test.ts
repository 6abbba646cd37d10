import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pingHub } from '@/lib/guarded-fetch/ping-hub'

const asked: { method?: string; fields: Record<string, string> }[] = []

const hub = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const fields = Object.fromEntries(new URLSearchParams(body))
  asked.push({ method: request.method, fields })
  response.writeHead(fields['hub.url']?.includes('refused') ? 403 : 204).end()
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((done) => hub.listen(0, '127.0.0.1', done))
  const { port } = hub.address() as AddressInfo
  url = `http://127.0.0.1:${port}/`
})

afterAll(() => {
  hub.close()
})

test('notifies the hub about every feed, in the format that hubs expect', async () => {
  const feeds = ['https://lock.example/rss.xml', 'https://lock.example/de/rss.xml']
  expect(await pingHub(url, feeds)).toEqual([])
  expect(asked).toHaveLength(2)
  expect(asked).toContainEqual({
    method: 'POST',
    fields: { 'hub.mode': 'publish', 'hub.url': feeds[1], 'hub.topic': feeds[1] },
  })
})

test('reports feeds that the hub rejected, and a hub that does not answer', async () => {
  expect(await pingHub(url, ['https://lock.example/refused.xml', 'https://lock.example/atom.xml'])).toEqual([
    'https://lock.example/refused.xml: the hub answered 403',
  ])
  expect(await pingHub('http://127.0.0.1:1/', ['https://lock.example/rss.xml'])).toEqual([
    expect.stringMatching(/^https:\/\/lock\.example\/rss\.xml: .+/),
  ])
})
