import { type NextRequest, NextResponse } from 'next/server'
import { blog } from '@/lib/blog/blog'

/**
 * Redirects old URLs in `dev`, where Next takes `/old` for an unknown page of `app/[page]` and answers 404. A build
 * prerenders these redirects (`app/[...path]/route.ts`) and has no proxy.
 */
export function proxy({ nextUrl }: NextRequest): NextResponse {
  const location = blog.listRedirects().get(nextUrl.pathname)
  return location ? NextResponse.redirect(new URL(location, nextUrl), 308) : NextResponse.next()
}

export const config = { matcher: '/((?!_next/|_quire/).*)' }
