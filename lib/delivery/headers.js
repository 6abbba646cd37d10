// @ts-check

/**
 * What every response says beside its content. The rest of the security policy stands in each page, which alone knows
 * its hashes and hosts (`lib/delivery/policy.ts`). Plain JavaScript: `next.config.js` imports it.
 *
 * @param {{ isPreview: boolean, responses?: import('../model/document').ResponsesSettings }} options `isPreview`: a
 *   deployment for looking at, which search engines must not keep; `responses`: what readers can answer with
 * @returns {{ source: string, headers: { key: string, value: string }[] }[]} in the shape of Next's `headers()`
 * @see https://nextjs.org/docs/app/api-reference/config/next-config-js/headers
 */
export function responseHeaders({ isPreview, responses }) {
  return [
    { source: '/:path*', headers: isPreview ? [...SECURITY, NOINDEX] : SECURITY },
    // A share image says itself how long it may be kept (app/og).
    { source: '/((?!_next/|api/|og/).*)', headers: [ASK_AGAIN] },
    // Their names hold a hash of their content.
    { source: '/_quire/:path*', headers: [FOR_EVER] },
    { source: '/_quire/markdown/:path*', headers: [ASK_AGAIN] },
    { source: '/:path(.*\\.svgz?)', headers: [SANDBOX] },
    { source: `/_quire/media/:path(.*\\.(?:${DOCUMENTS.join('|')}))`, headers: [SANDBOX] },
    {
      source: `/_quire/media/:path((?!.*\\.(?:${[...SHOWN, ...DOCUMENTS].join('|')})$).*)`,
      headers: [ATTACHMENT],
    },
    // Feeds are read on other sites, and show our pictures there.
    { source: `/:path(.*\\.(?:${SHOWN.join('|')}|svg))`, headers: [FOR_ALL] },
    { source: '/:path(og/.*|_next/image)', headers: [FOR_ALL] },
    ...(responses
      ? [
          { source: '/api/:path*', headers: [OWN_PAGES, NOINDEX] },
          { source: '/admin/:path*', headers: [OWN_PAGES, NOINDEX, NO_STORE] },
        ]
      : []),
    ...(responses?.webmentions ? [{ source: '/posts/:slug', headers: [WEBMENTION] }] : []),
  ]
}

/**
 * Types that run scripts where they are opened by themselves. Among the files of posts they are somebody's drawing or
 * sample: they are shown, and can do nothing on our origin. So are all SVG files; HTML below `public/` is the owner's.
 */
const DOCUMENTS = ['svg', 'svgz', 'html', 'htm', 'xhtml', 'xht', 'mhtml', 'xsl', 'xslt']

/** What a browser shows or plays without running any of it. All other files of posts are saved, not opened. */
const SHOWN = [
  ...['png', 'apng', 'jpg', 'jpeg', 'jfif', 'gif', 'webp', 'avif', 'ico', 'bmp'],
  ...['mp4', 'm4v', 'webm', 'mov', 'ogv', 'mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac', 'vtt'],
  ...['pdf', 'txt'],
]

const SANDBOX = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
}

const ATTACHMENT = { key: 'Content-Disposition', value: 'attachment' }

const FOR_ALL = { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }

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
    // All that a browser asks the reader for, or does for a page without asking. Players may fill the screen.
    key: 'Permissions-Policy',
    value: [
      ...[
        'accelerometer',
        'ambient-light-sensor',
        'bluetooth',
        'browsing-topics',
        'camera',
        'display-capture',
      ],
      ...[
        'geolocation',
        'gyroscope',
        'hid',
        'idle-detection',
        'local-fonts',
        'magnetometer',
        'microphone',
        'midi',
      ],
      ...[
        'payment',
        'screen-wake-lock',
        'serial',
        'storage-access',
        'usb',
        'window-management',
        'xr-spatial-tracking',
      ],
    ]
      .map((feature) => `${feature}=()`)
      .join(', '),
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** Pages of responses and of `/admin`: nothing in them runs or comes from elsewhere. */
const OWN_PAGES = {
  key: 'Content-Security-Policy',
  value:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

/** @see https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint */
const WEBMENTION = { key: 'Link', value: '</api/webmention>; rel="webmention"' }

const NOINDEX = { key: 'X-Robots-Tag', value: 'noindex' }

/**
 * Kept, and asked for again by its tag. Next by itself says `s-maxage=31536000`, since Vercel forgets pages with each
 * deployment; a cache of somebody else's would show a page for a year after it was changed.
 */
const ASK_AGAIN = { key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }

/** What the author sees is kept by no cache, the browser's neither. */
const NO_STORE = { key: 'Cache-Control', value: 'no-store' }

const FOR_EVER = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }
