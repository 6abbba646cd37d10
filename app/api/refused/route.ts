import type { NextRequest } from 'next/server'

/** Answers requests that nothing else can (lib/serving/refuse-requests.ts). */
export function GET(request: NextRequest): Response {
  const isMethod = request.nextUrl.searchParams.get('status') === '405'
  return isMethod
    ? new Response('This method is not supported here.\n', {
        status: 405,
        headers: { ...PLAIN, allow: 'GET, HEAD' },
      })
    : new Response('This URL cannot be read: it is not percent-encoded UTF-8.\n', {
        status: 400,
        headers: PLAIN,
      })
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
