import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parsePage } from '@/lib/delivery/html'
import { type AllowedHosts, insertPolicy, policyOf } from '@/lib/delivery/policy'

describe('policyOf', () => {
  test('allows only the site itself for a plain text', () => {
    expect(policyOf(parsePage('<p>text</p>'), NOBODY).content).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
        "manifest-src 'self';form-action 'self';base-uri 'none'",
    )
  })

  test('allows inline scripts and styles by the hash of their content, once', () => {
    const html = '<script>a("é")</script><script>a("é")</script><style>p{}</style>'
    const { content } = policyOf(parsePage(html), NOBODY, { scripts: ['a("é")', 'a("é")'] })
    expect(content).toContain(`script-src 'self' ${hash('a("é")')};style-src 'self' ${hash('p{}')};`)
  })

  test('allows no script merely because it is in the page', () => {
    expect(directive('<script>a()</script>', 'script-src')).toBe("'self'")
  })

  test.each([
    '<img src="https://a&quot;b.example/x.png">',
    '<img src="https://a\';b.example/x.png">',
    '<img src="https://c.example;script-src/x.png">',
    '<img src="https://d,e.example/x.png">',
    '<img srcset="https://f;g.example/x.png 1x">',
    '<i style="background:url(https://h;i.example/x)"></i>',
  ])('omits a picture’s host that cannot be written into a policy: %s', (html) => {
    const { content } = policyOf(parsePage(html), NOBODY)
    expect(content).toContain("img-src 'self';")
    const served = insertPolicy('<html><head></head></html>', { content, refused: [] })
    expect(served).toContain(`content="${content}"`)
    expect(content).toContain("form-action 'self';base-uri 'none'")
  })

  test('accepts only hosts from site.yaml', () => {
    const images = ['b.example', 'c; script-src *', '*', "'unsafe-inline'", 'https://d.example:81/p']
    const allow = { scripts: ['count.example'], connect: ['c; script-src *'], frames: ['"'], images }
    const policy = policyOf(parsePage('<script src="https://count.example/a.js"></script>'), allow)
    expect(policy.content).toContain("img-src 'self' b.example https://d.example:81/p;")
    expect(policy.content).not.toMatch(/script-src \*|"|connect-src 'self' /)
  })

  test('lists the hosts of the pictures of this page', () => {
    const html =
      '<img src="https://a.example/x.png"><img src="/media/y.png"><img src="data:image/png;base64,AA==">' +
      '<picture><source srcset="https://b.example/1,2.png 1x, //c.example/2.png 2x"><img src="http://d.example:81/"></picture>' +
      '<video poster="https://e.example/p.jpg"></video><a href="https://f.example">f</a>' +
      '<template><img src="https://g.example/x"></template><i style="background:url(\'https://h.example/i\')"></i>'
    expect(directive(html, 'img-src')?.split(' ').sort()).toEqual(
      [
        ...[
          "'self'",
          'data:',
          'https://a.example',
          'https://b.example',
          'https://c.example',
          'http://d.example:81',
        ],
        ...['https://e.example', 'https://g.example', 'https://h.example'],
      ].sort(),
    )
  })

  test('allows players and media if the page has some', () => {
    const html =
      '<a data-embed-load="https://v.example/1"></a><audio src="https://m.example/a.mp3"></audio><iframe src="/own"></iframe>'
    expect(directive(html, 'frame-src')).toBe('https://v.example')
    expect(directive(html, 'media-src')).toBe("'self' https://m.example")
  })

  test('allows frames of allowed hosts only, and names the others', () => {
    const html = '<iframe src="https://map.example/1"></iframe><iframe src="https://ad.example/"></iframe>'
    const policy = policyOf(parsePage(html), { ...NOBODY, frames: ['map.example'] })
    expect(policy.content).toContain('frame-src https://map.example;')
    expect(policy.refused).toEqual(['https://ad.example'])
  })

  test('allows style attributes only on a page that has some', () => {
    expect(directive('<p style="height:1em">', 'style-src-attr')).toBe("'unsafe-inline'")
    expect(directive('<p>', 'style-src-attr')).toBeUndefined()
  })

  test('allows a permitted script and what it needs only on pages that use it', () => {
    const allow = { scripts: ['*.count.example'], connect: ['https://count.example'], frames: [], images: [] }
    const guest = '<script src="https://js.count.example/a.js"></script>'
    expect(directive(guest, 'script-src', allow)).toBe("'self' https://js.count.example")
    expect(directive(guest, 'style-src', allow)).toBe("'self' https://js.count.example")
    expect(directive(guest, 'connect-src', allow)).toBe("'self' https://count.example")
    expect(policyOf(parsePage('<p>'), allow).content).not.toContain('count.example')
  })

  test('reports scripts that site.yaml does not allow', () => {
    const policy = policyOf(parsePage('<script src="https://evil.example/a.js"></script>'), NOBODY)
    expect(policy.refused).toEqual(['https://evil.example'])
    expect(policy.content).not.toContain('evil.example')
  })

  test('stays strict about scripts on pages that keep the runtime', () => {
    const { content } = policyOf(parsePage('<script>a</script>'), NOBODY, { runtime: true, scripts: ['a'] })
    expect(content).toContain(`script-src 'self' ${hash('a')};`)
    expect(content).toContain('img-src * data: blob:;')
  })
})

describe('insertPolicy', () => {
  test('inserts the policy after the charset, before everything it applies to', () => {
    const html = '<html><head><meta charSet="utf-8"/><script>a</script></head></html>'
    expect(insertPolicy(html, { content: "default-src 'none'", refused: [] })).toBe(
      '<html><head><meta charSet="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' +
        '<script>a</script></head></html>',
    )
  })

  test('rejects a page without a head', () => {
    expect(() => insertPolicy('<p>', { content: '', refused: [] })).toThrow('no <head>')
  })
})

const NOBODY: AllowedHosts = { scripts: [], frames: [], images: [], connect: [] }

function directive(html: string, name: string, allow = NOBODY): string | undefined {
  const { content } = policyOf(parsePage(html), allow)
  return content
    .split(';')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)
}

function hash(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}
