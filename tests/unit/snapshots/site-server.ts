import { createServer, type RequestListener } from 'node:http'
import sharp from 'sharp'
import type { FetchOptions } from '../../../lib/snapshots/fetcher'

/**
 * A real local HTTP server that plays every other site.
 * @param answer gets the server's own address, for payloads that name pictures
 */
export async function startSite(answer: (origin: string) => RequestListener): Promise<Site> {
  const requests: string[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  // Only the environment can allow requests to localhost: `lib/guarded-fetch`.
  process.env.FETCH_ALLOW = `127.0.0.1:${port}`
  const listener = answer(origin)
  server.on('request', (request, response) => {
    requests.push(request.url ?? '')
    listener(request, response)
  })
  return {
    origin,
    requests,
    options: {
      endpoints: {
        tweet: origin,
        youtube: origin,
        vimeo: origin,
        codepen: origin,
        github: origin,
        'github-raw': origin,
        bluesky: origin,
        mastodon: origin,
        spotify: origin,
        soundcloud: origin,
        codesandbox: origin,
      },
      http: { timeout: 5000, retries: 1 },
      maxVideo: 1000,
      keepPictures: false,
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A listener that answers by the path of the request; 404 for all others. */
export function byPath(routes: Record<string, Route>): RequestListener {
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const route = routes[path]
    if (!route) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
      return
    }
    if (typeof route === 'function') {
      route(request, response)
      return
    }
    const isBytes = route.body instanceof Uint8Array || typeof route.body === 'string'
    response.writeHead(route.status ?? 200, {
      'content-type':
        route.type ?? (isBytes ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'),
    })
    response.end(isBytes ? route.body : JSON.stringify(route.body))
  }
}

/** Answers `/tweet-result` by the id in its query. */
export function byTweet(tweets: Record<string, Route>, others: Record<string, Route> = {}): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const id = url.searchParams.get('id')
    const route = url.pathname === '/tweet-result' && id ? tweets[id] : undefined
    byPath(route ? { ...others, '/tweet-result': route } : others)(request, response)
  }
}

/** A real picture of one colour. */
export function drawPicture(width: number, height: number, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#b06040' } })
    .toFormat(format)
    .toBuffer()
}

export interface Site {
  origin: string
  /** Paths with their queries, in order. */
  requests: string[]
  /** Options that send all requests to this server. */
  options: FetchOptions
  stop: () => Promise<void>
}

export type Route = { status?: number; type?: string; body: unknown } | RequestListener
