import { brotliCompressSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { guardedFetch } from '../../../lib/guarded-fetch/guarded-fetch'
import { answers } from './fake-dns'
import { options, refusal, useServer } from './use-server'

// The one part that cannot be real here: a hostile name server, which changes its answers.
vi.mock('node:dns', async (original) => {
  const [real, fake] = await Promise.all([original<typeof import('node:dns')>(), import('./fake-dns')])
  return { ...real, lookup: fake.lookup }
})

const server = useServer()

describe('a response', () => {
  beforeEach(() => vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${server.port}`))

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['', (text: string) => Buffer.from(text)],
  ])('is read completely, compressed as %j', async (encoding, compress) => {
    server.listener = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain', ...(encoding && { 'content-encoding': encoding }) })
        .end(compress('tide table'))
    const answer = await guardedFetch(server.origin, options)
    expect({ ...answer, bytes: Buffer.from(answer.bytes).toString(), headers: undefined }).toEqual({
      url: `${server.origin}/`,
      status: 200,
      type: 'text/plain',
      bytes: 'tide table',
      headers: undefined,
    })
  })

  test('that is small compressed and large in memory is rejected', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    server.listener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    expect((await refusal(server.origin)).reason).toBe('size')
  })

  test('that never ends is rejected', async () => {
    server.listener = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(500)), 1)
      response.on('close', () => clearInterval(timer))
    }
    expect((await refusal(server.origin)).reason).toBe('size')
  })

  test('that arrives one byte at a time is aborted', async () => {
    server.listener = (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    }
    expect((await refusal(server.origin, { timeout: 300 })).reason).toBe('time')
  })

  test('that never arrives is aborted', async () => {
    server.listener = () => {}
    expect((await refusal(server.origin, { timeout: 200 })).reason).toBe('time')
  })

  test('of another type is rejected before it is read', async () => {
    server.listener = (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write('x')
    expect((await refusal(server.origin, { types: /html/ })).reason).toBe('type')
  })

  test('of broken compression, broken headers or a broken connection has a reason', async () => {
    server.listener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip')
    expect((await refusal(server.origin)).reason).toBe('network')
    server.listener = (request) => request.socket.destroy()
    expect((await refusal(server.origin)).reason).toBe('network')
    server.listener = (request) => request.socket.end('nonsense\r\n\r\n')
    expect((await refusal(server.origin)).reason).toBe('network')
    server.listener = (request) => request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`)
    expect((await refusal(server.origin)).reason).toBe('network')
  })

  test('may follow a few redirects, but not many', async () => {
    server.listener = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
      else response.end('there')
    }
    expect((await guardedFetch(`${server.origin}/5`, options)).url).toBe(`${server.origin}/0`)
    expect((await refusal(`${server.origin}/6`)).reason).toBe('redirects')
  })

  test('from another origin is requested without headers meant for the first', async () => {
    vi.stubEnv('FETCH_ALLOW', '127.0.0.1,localhost')
    answers.set('localhost', [['127.0.0.1']])
    server.listener = (request, response) => {
      if (request.url === '/')
        response.writeHead(307, { location: `http://localhost:${server.port}/b` }).end()
      else response.end()
    }
    await guardedFetch(server.origin, { ...options, headers: { authorization: 'secret' } })
    expect(server.seen).toEqual(['GET / secret', 'GET /b'])
  })

  test('to a form is requested with GET after a 302, and the form is sent again after a 307', async () => {
    server.listener = (request, response) => {
      if (request.url === '/302') response.writeHead(302, { location: '/a' }).end()
      else if (request.url === '/307') response.writeHead(307, { location: '/b' }).end()
      else response.end()
    }
    await guardedFetch(`${server.origin}/302`, { ...options, method: 'POST', body: 'a=b' })
    await guardedFetch(`${server.origin}/307`, { ...options, method: 'POST', body: 'a=b' })
    expect(server.seen).toEqual(['POST /302', 'GET /a', 'POST /307', 'POST /b'])
  })
})
