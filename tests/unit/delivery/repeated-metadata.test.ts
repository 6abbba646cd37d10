import { expect, test } from 'vitest'
import { parseWithPositions } from '@/lib/delivery/html'
import { stripRuntime } from '@/lib/delivery/scripts/runtime'

test('only `twitter:` metadata that repeats `og:` metadata is left out', () => {
  const og = '<meta property="og:title" content="Tides"><meta property="og:image" content="/a.png">'
  const own = '<meta name="twitter:card" content="summary"><meta name="twitter:title" content="Its own">'
  const alt = '<meta name="twitter:image:alt" content="A boat">'
  const html = `<!DOCTYPE html><html><head>${og}${own}${alt}<meta name="twitter:image" content="/a.png"></head><body></body></html>`
  expect(stripRuntime(html, parseWithPositions(html))).toBe(
    `<!DOCTYPE html><html><head>${og}${own}${alt}</head><body></body></html>`,
  )
})
