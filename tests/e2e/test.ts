import { test as base, expect } from '@playwright/test'
import { type SiteName, siteUrl } from './sites'

/**
 * Playwright's `test` on one of our sites: `test.use({ site: 'seeds' })`. No request leaves the machine: requests to
 * other hosts get a grey picture and are recorded. After each test the page must have logged no error and requested
 * nothing from hosts other than `test.use({ allowedHosts })`.
 */
export const test = base.extend<Options & { traffic: Traffic }>({
  site: ['default', { option: true }],
  allowedHosts: [[], { option: true }],
  baseURL: async ({ site }, use) => use(siteUrl(site)),

  traffic: [
    async ({ context, baseURL, allowedHosts }, use) => {
      const traffic: Traffic = { requests: [], errors: [] }
      const own = new URL(baseURL ?? '').host
      await context.route('**', async (route) => {
        const url = new URL(route.request().url())
        traffic.requests.push(url)
        if (url.host === own) return route.fallback()
        return route.fulfill({ contentType: 'image/svg+xml', body: GREY_PICTURE })
      })
      context.on('weberror', (error) =>
        traffic.errors.push(`${error.error().message} (${error.page()?.url()})`),
      )
      context.on('console', (message) => {
        const missing = message.location().url === message.page()?.url() // the 404 page itself
        if (message.type() === 'error' && !missing)
          traffic.errors.push(`${message.text()} (${message.location().url})`)
      })
      await use(traffic)
      expect.soft(traffic.errors, 'errors in the browser’s console').toEqual([])
      const others = traffic.requests.filter((url) => url.host !== own && url.protocol.startsWith('http'))
      const strangers = others.filter((url) => !allowedHosts.includes(url.host)).map(String)
      expect.soft(strangers, 'requests to other hosts').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

const GREY_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="100%" height="100%" fill="#999"/></svg>'

interface Options {
  /** The site that the test reads. */
  site: SiteName
  /** Other hosts that a page may request: those of remote pictures that the author linked. */
  allowedHosts: string[]
}

interface Traffic {
  requests: URL[]
  /** Uncaught errors and errors in the console, including violations of the security policy. */
  errors: string[]
}
