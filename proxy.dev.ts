import { type NextRequest, NextResponse } from 'next/server'
import { blog } from '@/lib/blog/blog'
import { decodePercent } from '@/lib/urls/decode'
import { canonicalPath } from '@/lib/urls/normalize-path'

/**
 * Redirects old URLs in `dev`, where Next takes them for unknown pages of `app/[page]` and answers 404. A build prerenders
 * these redirects (`app/[...path]/route.ts`) and has no proxy.
 */
export function proxy({ nextUrl }: NextRequest): NextResponse {
  const location = blog.listRedirects().get(canonicalPath(decodePercent(nextUrl.pathname)))
  return location ? NextResponse.redirect(new URL(location, nextUrl), 308) : NextResponse.next()
}

export const config = { matcher: '/((?!_next/|_quire/).*)' }
