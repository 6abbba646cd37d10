// @ts-check
import { transitionStyleHash } from '../responses/http/transition-style.js'

/**
 * The headers of every response. The rest of the security policy is in each page, because only the page knows
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
    // Share images set their own cache headers (app/og).
    { source: '/((?!_next/|api/|og/).*)', headers: [ASK_AGAIN] },
    // Their names contain a hash of their content.
    { source: '/_quire/:path*', headers: [FOR_EVER] },
    { source: '/_quire/markdown/:path*', headers: [ASK_AGAIN] },
    { source: '/:path(.*\\.svgz?)', headers: [SANDBOX] },
    { source: `/_quire/media/:path(.*\\.(?:${DOCUMENTS.join('|')}))`, headers: [SANDBOX] },
    {
      source: `/_quire/media/:path((?!.*\\.(?:${[...SHOWN, ...DOCUMENTS].join('|')})$).*)`,
      headers: [ATTACHMENT],
    },
    // Feeds are shown on other sites, with our pictures.
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
 * Types that can run scripts when opened directly. Among the files of posts they are an author's drawing or
 * sample: they are shown, but sandboxed. So are all SVG files; HTML below `public/` belongs to the owner.
 */
const DOCUMENTS = ['svg', 'svgz', 'html', 'htm', 'xhtml', 'xht', 'mhtml', 'xsl', 'xslt']

/** Types that a browser shows or plays without running code. All other files of posts are downloaded, not opened. */
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

/**
 * Every feature that Chromium knows and no page of ours needs. Those that it does not know are left out, since it reports
 * each in the console; players of videos may play by themselves, fill the screen and ask for protected media.
 */
const OFF = `
accelerometer browsing-topics camera captured-surface-control compute-pressure deferred-fetch
deferred-fetch-minimal display-capture gamepad geolocation gyroscope hid
identity-credentials-get idle-detection keyboard-map local-fonts magnetometer microphone
midi otp-credentials payment private-state-token-issuance private-state-token-redemption screen-wake-lock
serial storage-access sync-xhr usb window-management xr-spatial-tracking
`
  .trim()
  .split(/\s+/)

/** Passkeys are for `/admin`, the clipboard for buttons that copy. Frames may use neither. */
const OWN_ONLY = ['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get']

const SECURITY = [
  // Has no effect in a `<meta>`. The second header is for browsers from before 2018.
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Browsers only apply it over https, so a local server stays reachable. Two years, as hstspreload.org
  // requires; without `includeSubDomains`, since the owner's other hosts are unknown.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: [...OFF.map((feature) => `${feature}=()`), ...OWN_ONLY.map((feature) => `${feature}=(self)`)].join(
      ', ',
    ),
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/**
 * Pages of responses and of `/admin`: they run no scripts of other origins and load nothing from other sites. Nothing there
 * makes HTML of text, so Trusted Types cost nothing. On other pages they would: scripts that `allow.scripts` lets in
 * were not written for them, and the search starts a worker, which needs a policy of its own on every page.
 */
const OWN_PAGES = {
  key: 'Content-Security-Policy',
  value: `default-src 'none'; script-src 'self'; style-src 'self' ${transitionStyleHash}; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
}

/** @see https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint */
const WEBMENTION = { key: 'Link', value: '</api/webmention>; rel="webmention"' }

const NOINDEX = { key: 'X-Robots-Tag', value: 'noindex' }

/**
 * Cached, and revalidated by ETag. The default of Next is `s-maxage=31536000`, since Vercel purges pages with each
 * deployment; another cache would show a page for a year after it was changed.
 */
const ASK_AGAIN = { key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }

/** Pages for the author are never cached, not even by the browser. */
const NO_STORE = { key: 'Cache-Control', value: 'no-store' }

const FOR_EVER = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }
