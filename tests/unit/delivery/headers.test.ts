import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { responseHeaders } from '@/lib/delivery/headers.js'

describe('responseHeaders', () => {
  test('keeps search engines out of previews only', () => {
    expect(JSON.stringify(responseHeaders({ isPreview: true }))).toContain('noindex')
    expect(JSON.stringify(responseHeaders({ isPreview: false }))).not.toContain('noindex')
  })

  test('lets browsers cache files named by their content forever', () => {
    const kept = responseHeaders({ isPreview: false }).filter(({ headers }) =>
      headers.some(({ value }) => value.includes('immutable')),
    )
    expect(kept.map(({ source }) => source)).toEqual(['/_quire/:path*'])
  })

  test.each(['drawing.1a2b3c4d.svg', 'page.1a2b3c4d.html', 'old.1a2b3c4d.htm', 'x.1a2b3c4d.xhtml'])(
    '%s of a post runs nothing on our origin',
    (name) => {
      expect(headersOf(`/_quire/media/${name}`)).toMatchObject({
        'Content-Security-Policy': expect.stringMatching(
          /^default-src 'none'; style-src 'unsafe-inline'; sandbox(?:;|$)/,
        ),
        'X-Content-Type-Options': 'nosniff',
      })
    },
  )

  test.each([
    'data.1a2b3c4d.xml',
    'a.1a2b3c4d.js',
    'a.1a2b3c4d.zip',
    'a.1a2b3c4d.swf',
    'a.1a2b3c4d',
    'a.png.1a2b3c4d',
  ])('%s of a post is saved, not opened', (name) => {
    expect(headersOf(`/_quire/media/${name}`)).toMatchObject({ 'Content-Disposition': 'attachment' })
  })

  test.each(['a.1a2b3c4d.png', 'a.1a2b3c4d.mp4', 'a.1a2b3c4d.pdf', 'a.1a2b3c4d.svg', 'a.1a2b3c4d.html'])(
    '%s of a post is shown',
    (name) => {
      expect(headersOf(`/_quire/media/${name}`)).not.toHaveProperty('Content-Disposition')
    },
  )

  test('pictures may be shown on other sites, pages may not', () => {
    const policy = (path: string) => headersOf(path)['Cross-Origin-Resource-Policy']
    expect(['/_quire/media/a.1a2b3c4d.png', '/logo.svg', '/_next/image', '/og/posts/a'].map(policy)).toEqual(
      Array(4).fill('cross-origin'),
    )
    expect(['/', '/posts/a', '/api/likes/a'].map(policy)).toEqual(Array(3).fill('same-origin'))
  })

  test('no feature of the browser is open but to players and to our own buttons', () => {
    const value = headersOf('/')['Permissions-Policy'] ?? ''
    const features = value.split(', ').map((each) => each.split('='))
    expect(new Set(features.map(([name]) => name)).size).toBe(features.length)
    for (const [name, allowed] of features)
      expect(allowed, name).toBe(/^(?:clipboard|publickey)/.test(name ?? '') ? '(self)' : '()')
    expect(value).not.toMatch(/fullscreen|autoplay|encrypted-media|picture-in-picture/)
  })

  test('pages for the author make no HTML of text', () => {
    const responses = { likes: true, views: false, webmentions: true }
    const found = responseHeaders({ isPreview: false, responses })
    const policies = found.flatMap(({ source, headers }) =>
      /^\/(?:api|admin)\//.test(source) ? headers.filter(({ key }) => key === 'Content-Security-Policy') : [],
    )
    expect(policies).toHaveLength(2)
    for (const { value } of policies)
      expect(value).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
  })

  test('every page forbids being framed', () => {
    for (const path of ['/posts/a', '/posts/a.html', '/'])
      expect(headersOf(path)['Content-Security-Policy']).toBe("frame-ancestors 'none'")
    expect(headersOf('/drawings/a.svg')['Content-Security-Policy']).toContain('sandbox')
  })
})

/** Next's parser of `source`, a copy without types. */
const { pathToRegexp }: { pathToRegexp: (source: string) => RegExp } = createRequire(import.meta.url)(
  'next/dist/compiled/path-to-regexp',
)

/** The headers that Next would send: of two entries for one header, the later takes precedence. */
function headersOf(path: string): Record<string, string> {
  const found = responseHeaders({ isPreview: false }).filter(({ source }) => pathToRegexp(source).test(path))
  return Object.fromEntries(found.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])))
}
