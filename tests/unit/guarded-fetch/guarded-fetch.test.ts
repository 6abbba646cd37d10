import { createServer, type RequestListener, type Server } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { GuardError } from '../../../lib/guarded-fetch/guard-error'
import { type GuardedFetchOptions, guardedFetch } from '../../../lib/guarded-fetch/guarded-fetch'
import { guardedLookup } from '../../../lib/guarded-fetch/guarded-lookup'

const dns = vi.hoisted(() => ({ answers: new Map<string, string[][]>() }))

// The one thing that cannot be real here: what a hostile name server answers, and that it changes its mind.
vi.mock('node:dns', async (original) => {
  const real = await original<typeof import('node:dns')>()
  return {
    ...real,
    lookup: (hostname: string, _options: object, callback: (error: Error | null, found: unknown) => void) => {
      const planned = dns.answers.get(hostname)
      if (!planned) return callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`)), [])
      const addresses = planned.length > 1 ? planned.shift() : planned[0]
      return callback(
        null,
        addresses?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    },
  }
})

let server: Server
let origin = ''
let port = 0
let listener: RequestListener = (_, response) => response.end('inside')
const seen: string[] = []

beforeEach(async () => {
  seen.length = 0
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  origin = `http://127.0.0.1:${port}`
})

afterEach(async () => {
  vi.unstubAllEnvs()
  dns.answers.clear()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('the internal network cannot be reached', () => {
  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://0.0.0.0:PORT/',
    'http://0x7f.1:PORT/',
    'http://2130706433:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://inside.example:PORT/',
    'http://both.example:PORT/',
  ])('%s', async (url) => {
    dns.answers.set('localhost', [['127.0.0.1', '::1']])
    dns.answers.set('inside.example', [['10.0.0.1', '127.0.0.1']])
    dns.answers.set('both.example', [['::ffff:127.0.0.1', '169.254.169.254']])
    expect((await refusal(url.replace('PORT', String(port)))).reason).toBe('address')
    expect(seen).toEqual([])
  })

  test('by a name whose address changes between lookup and connection', async () => {
    const look = () =>
      new Promise<unknown>((resolve) =>
        guardedLookup('changing.example', { all: true }, (error, found) => resolve(error ?? found)),
      )
    // What is connected to is what was checked: the name is asked for once.
    dns.answers.set('changing.example', [['1.1.1.1'], ['127.0.0.1']])
    expect(await look()).toEqual([{ address: '1.1.1.1', family: 4 }])
    expect(await look()).toMatchObject({ reason: 'address' })
    expect((await refusal(`http://changing.example:${port}/`)).reason).toBe('address')
    expect(seen).toEqual([])
  })

  test('by a redirect', async () => {
    vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${port}`)
    listener = (_, response) => response.writeHead(302, { location: 'http://127.0.0.2/admin' }).end()
    expect((await refusal(`${origin}/start`)).reason).toBe('address')
  })

  test('by a redirect to a name that resolves to this machine', async () => {
    dns.answers.set('rebound.example', [['127.0.0.1']])
    vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${port}`)
    listener = (_, response) =>
      response.writeHead(302, { location: `http://rebound.example:${port}/admin` }).end()
    expect((await refusal(`${origin}/start`)).reason).toBe('address')
    expect(seen).toEqual(['GET /start'])
  })

  test.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'javascript:1',
    'data:text/html,x',
    'http://u:p@example.com/',
  ])('only http(s) URLs without a password are requested: %s', async (url) =>
    expect((await refusal(url)).reason).toBe('url'),
  )

  test.each(['https://[', 'https://', '', 'x', `https://example.com/${'a'.repeat(9000)}`])(
    'an invalid URL is rejected with a reason: %s',
    async (url) => expect((await refusal(url)).reason).toBe('url'),
  )

  test('another port of an allowed host is not allowed', async () => {
    vi.stubEnv('FETCH_ALLOW', '127.0.0.1:1')
    expect((await refusal(origin)).reason).toBe('address')
  })
})

describe('an answer', () => {
  beforeEach(() => vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${port}`))

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['', (text: string) => Buffer.from(text)],
  ])('is read completely, compressed as %j', async (encoding, compress) => {
    listener = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain', ...(encoding && { 'content-encoding': encoding }) })
        .end(compress('tide table'))
    const answer = await guardedFetch(origin, options)
    expect({ ...answer, bytes: Buffer.from(answer.bytes).toString(), headers: undefined }).toEqual({
      url: `${origin}/`,
      status: 200,
      type: 'text/plain',
      bytes: 'tide table',
      headers: undefined,
    })
  })

  test('that is small compressed and large in memory is rejected', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    listener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    expect((await refusal(origin)).reason).toBe('size')
  })

  test('that never ends is rejected', async () => {
    listener = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(500)), 1)
      response.on('close', () => clearInterval(timer))
    }
    expect((await refusal(origin)).reason).toBe('size')
  })

  test('that arrives one byte at a time is aborted', async () => {
    listener = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    }
    expect((await refusal(origin, { timeout: 300 })).reason).toBe('time')
  })

  test('that never arrives is aborted', async () => {
    listener = () => {}
    expect((await refusal(origin, { timeout: 200 })).reason).toBe('time')
  })

  test('of another type is rejected before it is read', async () => {
    listener = (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write('x')
    expect((await refusal(origin, { types: /html/ })).reason).toBe('type')
  })

  test('of broken compression, broken headers or a broken connection has a reason', async () => {
    listener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
    expect((await refusal(origin)).reason).toBe('network')
    listener = (request) => request.socket.destroy()
    expect((await refusal(origin)).reason).toBe('network')
    listener = (request) => request.socket.end('nonsense\r\n\r\n')
    expect((await refusal(origin)).reason).toBe('network')
    listener = (request) => request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`)
    expect((await refusal(origin)).reason).toBe('network')
  })

  test('may follow a few redirects, but not many', async () => {
    listener = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
      else response.end('there')
    }
    expect((await guardedFetch(`${origin}/5`, options)).url).toBe(`${origin}/0`)
    expect((await refusal(`${origin}/6`)).reason).toBe('redirects')
  })

  test('from another origin is requested without headers meant for the first', async () => {
    vi.stubEnv('FETCH_ALLOW', '127.0.0.1,localhost')
    dns.answers.set('localhost', [['127.0.0.1']])
    listener = (request, response) => {
      if (request.url === '/') response.writeHead(307, { location: `http://localhost:${port}/b` }).end()
      else response.end()
    }
    await guardedFetch(origin, { ...options, headers: { authorization: 'secret' } })
    expect(seen).toEqual(['GET / secret', 'GET /b'])
  })

  test('to a form is requested with GET after a 302, and the form is sent again after a 307', async () => {
    listener = (request, response) => {
      if (request.url === '/302') response.writeHead(302, { location: '/a' }).end()
      else if (request.url === '/307') response.writeHead(307, { location: '/b' }).end()
      else response.end()
    }
    await guardedFetch(`${origin}/302`, { ...options, method: 'POST', body: 'a=b' })
    await guardedFetch(`${origin}/307`, { ...options, method: 'POST', body: 'a=b' })
    expect(seen).toEqual(['POST /302', 'GET /a', 'POST /307', 'POST /b'])
  })
})

const options: GuardedFetchOptions = { timeout: 3000, maxBytes: 100_000 }

async function refusal(url: string, more: Partial<GuardedFetchOptions> = {}): Promise<GuardError> {
  return guardedFetch(url, { ...options, ...more }).then(
    (answer) => {
      throw new Error(`answered ${answer.status}`)
    },
    (error: GuardError) => error,
  )
}
