/** Requests that no browser sends: the server answers each, with an error of the client's where it is one. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { PROJECT } from './copy-project'
import { sendRaw } from './raw-request'
import { siteUrl } from './sites'

/** One of each kind of route. */
const ROUTES = [
  ...['/', '/posts', '/posts/script-1', '/posts/script-1.md', '/tags', '/tags/con', '/search', '/search?q=a'],
  ...[
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/search.json',
    '/feed.xml',
  ],
  ...[
    '/feed.css',
    '/icon.svg',
    '/nowhere',
    '/api/publish',
    '/CasE',
    '/_next/image?url=%2Ficon.svg&w=480&q=75',
  ],
]

const SECRETS = /root:x:|"dependencies"|DATABASE_URL|BEGIN [A-Z ]*PRIVATE KEY/

let url: string
test.beforeAll(() => {
  url = siteUrl('hostile')
})

test.afterEach(async () => {
  expect((await sendRaw(url, 'GET / HTTP/1.1')).status, 'after it the site is still served').toBe(200)
})

for (const path of [
  ...[
    '/%ff',
    '/%',
    '/%0',
    '/%zz',
    '/%c0%ae%c0%ae',
    '/%00',
    '/posts/%00',
    '/posts/%ff',
    '/tags/%ff',
    '/a%0d%0aX: y',
  ],
  ...['/posts/%E0%A4%A', '/%ED%A0%80', '/series/%ff', '/og/posts/%ff/0.png', '/posts/%ff.md', '/archive/%ff'],
  ...[
    '/../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/..\\..\\package.json',
  ],
  ...[
    '/_next/static/../../package.json',
    '/_next/static/%2e%2e/%2e%2e/server/app/index.html',
    '/_quire/..%2f..%2fpackage.json',
  ],
  ...[
    '//evil.example/x',
    '/\\evil.example',
    '/////',
    '/./',
    '/posts//',
    '/.env',
    '/.git/config',
    '/package.json',
    '/words/site.yaml',
  ],
  ...[
    '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=480&q=75',
    '/_next/image?url=..%2f..%2fpackage.json&w=480&q=75',
    '/_next/image',
  ],
  ...[
    '/search?q=%ff',
    '/search?q=%00',
    `/search?q=${'a'.repeat(4000)}`,
    '/search?q=%',
    '/?a=%ff',
    '/posts?page=%00',
  ],
  ...['/api/markdown/%ff', '/api/markdown/..%2f..%2fpackage.json', '/api/search?q=%ff', '/api/nowhere'],
]) {
  test(`GET ${path.slice(0, 60)}`, async () => {
    const { status, headers, body } = await sendRaw(url, `GET ${path} HTTP/1.1`)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
    expect(body).not.toMatch(SECRETS)
    expect(headers.get('x') ?? '').toBe('')
    expect(headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/)
  })
}

test('too long a path, too long a header and too many headers are rejected', async () => {
  for (const head of [
    `GET /${'a'.repeat(60_000)} HTTP/1.1`,
    `GET / HTTP/1.1\r\nX-Long: ${'a'.repeat(60_000)}`,
    `GET / HTTP/1.1\r\nCookie: ${'a=b; '.repeat(20_000)}`,
    `GET / HTTP/1.1\r\n${Array.from({ length: 3000 }, (_, index) => `X-${index}: y`).join('\r\n')}`,
    'GET / HTTP/1.1\r\nContent-Length: -1',
    'GET / HTTP/9.9',
    'NONSENSE',
    'GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3',
  ]) {
    const { status } = await sendRaw(url, head)
    expect([0, 200, 400, 414, 431, 505], head.slice(0, 60)).toContain(status)
  }
})

for (const route of ROUTES) {
  test(`${route} by every method, with conditions and ranges`, async () => {
    test.setTimeout(3 * 60_000)
    const plain = await sendRaw(url, `GET ${route} HTTP/1.1`)
    expect(plain.status).toBeLessThan(500)
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { status, body } = await sendRaw(url, `${method} ${route} HTTP/1.1\r\nContent-Length: 0`)
      expect(status, method).toBeGreaterThanOrEqual(200)
      expect(status, method).not.toBe(500)
      if (method === 'HEAD') expect(body).toBe('')
    }
    const tag = plain.headers.get('etag')
    if (plain.status === 200 && tag) {
      const again = await sendRaw(url, `GET ${route} HTTP/1.1\r\nIf-None-Match: ${tag}`)
      expect([again.status, again.body]).toEqual([304, ''])
    }
    for (const header of [
      ...['If-None-Match: *', 'If-None-Match: "', 'If-Modified-Since: yesterday', 'If-Match: "x"'],
      ...[
        'Range: bytes=0-0',
        'Range: bytes=99999999-',
        'Range: bytes=-0',
        'Range: bytes=5-1,2-',
        'Range: lines=1',
      ],
      ...[
        'Accept-Encoding: gzip;q=x, *;q=0',
        'Accept: ///',
        'RSC: 1',
        'Next-Router-Prefetch: 1',
        'Next-Action: x',
      ],
      ...['X-Middleware-Subrequest: middleware', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: x'],
    ]) {
      const { status, body } = await sendRaw(url, `GET ${route} HTTP/1.1\r\n${header}`)
      expect(status, header).toBeLessThan(500)
      expect(status, header).toBeGreaterThanOrEqual(200)
      expect(body, header).not.toContain('evil.example')
    }
  })
}

test('range requests for files get that range', async () => {
  const folder = join(PROJECT, '.e2e', 'hostile', 'public', '_quire')
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.js'))
  const path = `/_quire/${name}`
  const whole = await sendRaw(url, `GET ${path} HTTP/1.1`)
  const part = await sendRaw(url, `GET ${path} HTTP/1.1\r\nRange: bytes=0-9`)
  expect([part.status, part.body]).toEqual([206, whole.body.slice(0, 10)])
  const beyond = await sendRaw(url, `GET ${path} HTTP/1.1\r\nRange: bytes=99999999-`)
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
    416,
    `bytes */${Buffer.byteLength(whole.body)}`,
  ])
  for (const header of [
    'If-Match: "x"',
    'If-Unmodified-Since: Mon, 01 Jan 2001 00:00:00 GMT',
    'Range: lines=1',
  ])
    expect((await sendRaw(url, `GET ${path} HTTP/1.1\r\n${header}`)).status, header).toBe(200)
})

test('every page and file has headers that say how it may be used', async () => {
  for (const route of ROUTES) {
    const { headers } = await sendRaw(url, `GET ${route} HTTP/1.1`)
    expect(headers.get('x-content-type-options'), route).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy'), route).toMatch(/^(?:same|cross)-origin$/)
    expect(headers.get('cross-origin-opener-policy'), route).toBe('same-origin')
    expect(headers.get('referrer-policy'), route).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy'), route).toContain('camera=()')
    expect(headers.get('content-security-policy'), route).toContain("frame-ancestors 'none'")
    expect(headers.get('x-powered-by') ?? '', route).toBe('')
  }
})
