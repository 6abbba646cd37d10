import { describe, expect, test, vi } from 'vitest'
import { guardedLookup } from '../../../lib/guarded-fetch/guarded-lookup'
import { answers } from './fake-dns'
import { refusal, useServer } from './use-server'

// The one part that cannot be real here: a hostile name server, which changes its answers.
vi.mock('node:dns', async (original) => {
  const [real, fake] = await Promise.all([original<typeof import('node:dns')>(), import('./fake-dns')])
  return { ...real, lookup: fake.lookup }
})

const server = useServer()

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
    answers.set('localhost', [['127.0.0.1', '::1']])
    answers.set('inside.example', [['10.0.0.1', '127.0.0.1']])
    answers.set('both.example', [['::ffff:127.0.0.1', '169.254.169.254']])
    expect((await refusal(url.replace('PORT', String(server.port)))).reason).toBe('address')
    expect(server.seen).toEqual([])
  })

  test('by a name whose address changes between lookup and connection', async () => {
    const look = () =>
      new Promise<unknown>((resolve) =>
        guardedLookup('changing.example', { all: true }, (error, found) => resolve(error ?? found)),
      )
    // The address that was checked is the one connected to: the name is looked up once.
    answers.set('changing.example', [['1.1.1.1'], ['127.0.0.1']])
    expect(await look()).toEqual([{ address: '1.1.1.1', family: 4 }])
    expect(await look()).toMatchObject({ reason: 'address' })
    expect((await refusal(`http://changing.example:${server.port}/`)).reason).toBe('address')
    expect(server.seen).toEqual([])
  })

  test('by a redirect', async () => {
    vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${server.port}`)
    server.listener = (_, response) => response.writeHead(302, { location: 'http://127.0.0.2/admin' }).end()
    expect((await refusal(`${server.origin}/start`)).reason).toBe('address')
  })

  test('by a redirect to a name that resolves to this machine', async () => {
    answers.set('rebound.example', [['127.0.0.1']])
    vi.stubEnv('FETCH_ALLOW', `127.0.0.1:${server.port}`)
    server.listener = (_, response) =>
      response.writeHead(302, { location: `http://rebound.example:${server.port}/admin` }).end()
    expect((await refusal(`${server.origin}/start`)).reason).toBe('address')
    expect(server.seen).toEqual(['GET /start'])
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
    expect((await refusal(server.origin)).reason).toBe('address')
  })
})
