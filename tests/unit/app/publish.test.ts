import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/publish/route'

describe('GET /api/publish', () => {
  let asked: string[]
  let hook: Server

  beforeEach(async () => {
    asked = []
    hook = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.writeHead(request.url === '/broken' ? 500 : 201).end()
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  })

  afterEach(() => {
    hook.close()
    vi.unstubAllEnvs()
  })

  test('requests a build from the hook when the cron job sends the secret', async () => {
    setUp('/hook')
    expect((await call('Bearer word')).status).toBe(202)
    expect(asked).toEqual(['POST /hook'])
  })

  test('does nothing for other callers', async () => {
    setUp('/hook')
    expect((await call('Bearer other')).status).toBe(401)
    expect((await call()).status).toBe(401)
    expect(asked).toEqual([])
  })

  test('does nothing until both variables are set', async () => {
    vi.stubEnv('DEPLOY_HOOK_URL', address('/hook'))
    expect((await call('Bearer undefined')).status).toBe(404)
    expect(asked).toEqual([])
  })

  test('reports that the hook failed', async () => {
    setUp('/broken')
    expect((await call('Bearer word')).status).toBe(502)
  })

  test('reports that the hook cannot be reached', async () => {
    setUp('/hook')
    await new Promise((closed) => hook.close(closed))
    expect((await call('Bearer word')).status).toBe(502)
  })

  test.each(['Bearer wor', 'Bearer words', 'bearer word', '', 'word'])(
    'rejects %j',
    async (authorization) => {
      setUp('/hook')
      expect((await call(authorization)).status).toBe(401)
    },
  )

  function setUp(path: string): void {
    vi.stubEnv('CRON_SECRET', 'word')
    vi.stubEnv('DEPLOY_HOOK_URL', address(path))
  }

  function address(path: string): string {
    const bound = hook.address()
    return `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}${path}`
  }
})

function call(authorization?: string): Promise<Response> {
  return GET(
    new Request('http://site.example/api/publish', { headers: authorization ? { authorization } : {} }),
  )
}
