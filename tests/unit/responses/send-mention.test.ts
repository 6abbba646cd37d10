import { createServer, type RequestListener, type Server } from 'node:http'
import { fromHtml } from 'hast-util-from-html'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endpointOfHeader, findEndpoint, sendMention } from '@/lib/responses/mentions/send-mention'
import { linksOf } from '@/lib/responses/mentions/sent-mentions'

let server: Server
let origin = ''
let listener: RequestListener

beforeEach(async () => {
  server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  vi.stubEnv('FETCH_ALLOW', new URL(origin).host)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

// The cases of https://webmention.rocks, reworded.
test.each([
  ['</hook>; rel=webmention', '/hook'],
  ['</hook>; rel="webmention"', '/hook'],
  ['<https://a.example/hook>; rel="webmention somethingelse"', 'https://a.example/hook'],
  ['</other>; rel="other", </hook>; rel="webmention"', '/hook'],
  ['</hook>; REL="WebMention"', '/hook'],
  ['</hook>; title="a, b"; rel="webmention"', '/hook'],
  ['<>; rel=webmention', ''],
  ['</hook>; rel="not-webmention"', undefined],
  ['', undefined],
])('the header %j names %j', (header, endpoint) => {
  expect(endpointOfHeader(header)).toBe(endpoint)
})

describe('an endpoint', () => {
  const page =
    (html: string, headers: Record<string, string> = {}): RequestListener =>
    (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html)

  test.each([
    ['<link rel="webmention" href="/a"><a rel="webmention" href="/b">x</a>', '/a'],
    ['<a rel="webmention" href="/b">x</a><link rel="webmention" href="/a">', '/b'],
    ['<!-- <link rel="webmention" href="/comment"> --><a rel="webmention" href="/b">x</a>', '/b'],
    ['&lt;a rel="webmention" href="/text"&gt;<a rel="nofollow webmention" href="?q=1">x</a>', '/page?q=1'],
    ['<a rel="webmention">no address</a><link rel="webmention" href="/a">', '/a'],
    ['<link rel="webmention" href="">', '/page'],
  ])('of %s is %s', async (html, endpoint) => {
    listener = page(html)
    expect((await findEndpoint(`${origin}/page`)).endpoint).toBe(origin + endpoint)
  })

  test('in the header takes precedence over one in the page and is resolved after redirects', async () => {
    listener = (request, response) =>
      request.url === '/page'
        ? response.writeHead(302, { location: '/deep/page' }).end()
        : page('<link rel="webmention" href="/a">', { link: '<hook>; rel=webmention' })(request, response)
    expect((await findEndpoint(`${origin}/page`)).endpoint).toBe(`${origin}/deep/hook`)
  })

  test('gets a webmention unless it is in a private network', async () => {
    const received: string[] = []
    listener = (request, response) => {
      if (request.method === 'GET') return page('<link rel="webmention" href="/hook">')(request, response)
      request.on('data', (part) => received.push(String(part)))
      request.on('end', () => response.writeHead(202).end())
    }
    const source = 'https://blog.example/posts/hello'
    expect(await sendMention(source, `${origin}/page`)).toEqual({
      outcome: 'sent',
      endpoint: `${origin}/hook`,
    })
    expect(new URLSearchParams(received.join('')).get('source')).toBe(source)
    listener = page('<link rel="webmention" href="http://127.0.0.1:1/hook">')
    await expect(sendMention(source, `${origin}/page`)).rejects.toThrow(/public internet/)
    listener = page('nothing')
    expect(await sendMention(source, `${origin}/page`)).toEqual({ outcome: 'none' })
  })

  test.each([
    [503, 200, 'later'],
    [404, 200, 'none'],
    [200, 429, 'later'],
    [200, 500, 'later'],
    [200, 400, 'refused'],
  ])(
    'of a page that answers %i and an endpoint that answers %i: %s',
    async (pageStatus, hookStatus, outcome) => {
      listener = (request, response) => {
        if (request.method === 'POST') return response.writeHead(hookStatus).end()
        response.writeHead(pageStatus, { 'content-type': 'text/html' })
        response.end(pageStatus === 200 ? '<link rel="webmention" href="/hook">' : 'no page')
      }
      expect((await sendMention('https://blog.example/posts/hello', `${origin}/page`)).outcome).toBe(outcome)
    },
  )
})

test('webmentions are sent only for links to other sites', () => {
  const body = fromHtml(
    '<a href="https://a.example/x#part">1</a><a href="https://a.example/x">2</a><a href="/own">3</a><a href="https://blog.example/y">4</a><a href="mailto:a@b.example">5</a>',
    { fragment: true },
  )
  expect(linksOf({ body, url: '/posts/a' }, 'https://blog.example')).toEqual(['https://a.example/x'])
})
