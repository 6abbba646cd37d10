import type { NextRequest } from 'next/server'

/** Answers malformed requests (lib/serving/refuse-requests.ts). */
export function GET(request: NextRequest): Response {
  const { searchParams } = request.nextUrl
  switch (searchParams.get('status')) {
    case '405':
      return refuse(405, 'This method is not supported here.', { allow: 'GET, HEAD' })
    case '416':
      return refuse(416, 'The file is shorter than the part that was asked for.', {
        'content-range': `bytes */${/^\d{1,15}$/.exec(searchParams.get('size') ?? '')?.[0] ?? 0}`,
      })
    default:
      return refuse(400, 'This URL cannot be read: it is not percent-encoded UTF-8.')
  }
}

function refuse(status: number, reason: string, headers: Record<string, string> = {}): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}
