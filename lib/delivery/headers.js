// @ts-check

/**
 * What every response says beside its content. The rest of the security policy stands in each page, which alone knows
 * its hashes and hosts (`lib/delivery/policy.ts`). Plain JavaScript: `next.config.js` imports it.
 *
 * @param {{ isPreview: boolean }} options `isPreview`: a deployment for looking at, which search engines must not keep
 * @returns {{ source: string, headers: { key: string, value: string }[] }[]} in the shape of Next's `headers()`
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/headers
 */
export function responseHeaders({ isPreview }) {
  return [
    { source: '/:path*', headers: isPreview ? [...SECURITY, NOINDEX] : SECURITY },
    { source: '/((?!_next/|api/).*)', headers: [ASK_AGAIN] },
    // Their names hold a hash of their content.
    { source: '/_quire/:path*', headers: [FOR_EVER] },
  ]
}

const SECURITY = [
  // Has no effect in a `<meta>`. The second one says the same to browsers of before 2018.
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Browsers heed it over https alone, so a server on the own machine stays reachable. Two years, as hstspreload.org
  // asks; without `includeSubDomains`, since we know nothing of the owner's other hosts.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const NOINDEX = { key: 'X-Robots-Tag', value: 'noindex' }

/**
 * Kept, and asked for again by its tag. Next by itself says `s-maxage=31536000`, since Vercel forgets pages with each
 * deployment; a cache of somebody else's would show a page for a year after it was changed.
 */
const ASK_AGAIN = { key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }

const FOR_EVER = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }
