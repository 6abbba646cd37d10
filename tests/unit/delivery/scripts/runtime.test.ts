import { describe, expect, test } from 'vitest'
import { parsePage, parseWithPositions } from '@/lib/delivery/html'
import { checkStripped, hasUnfinishedSuspense, stripRuntime } from '@/lib/delivery/scripts/runtime'

describe('stripRuntime', () => {
  test.each([
    ['scripts of the framework', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['scripts for old browsers', '<script src="/_next/static/chunks/a.js" noModule=""></script>'],
    [
      'preloads of scripts',
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
    ],
    ['the start of the runtime', '<script id="_R_">(globalThis["TURBOPACK"]||[]).push({})</script>'],
    [
      'flight data',
      '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"x"])</script>',
    ],
    ['the clock of Suspense', '<script>requestAnimationFrame(function(){$RT=performance.now()});</script>'],
    ['marks of React', '<!--$--><!-- --><!--/$--><!--&--><!--/&-->'],
    ['the empty place of late metadata', '<div hidden=""><!--$--><!--/$--></div>'],
  ])('removes %s', (_, markup) => {
    expect(strip(`<main>before ${markup}after</main>`)).toBe('<main>before after</main>')
  })

  test('leaves everything else unchanged, byte for byte', () => {
    const html =
      '<!DOCTYPE html><html lang=en><head><meta charSet="utf-8"/><title>A &amp; b</title>' +
      '<script>document.title</script><script src="/assets/enhance-1.js" defer=""></script></head>' +
      '<body><!-- the author --><div hidden="">kept</div><p>x<br>ä&nbsp;&lt;p&gt;</p>' +
      '<script type="application/ld+json">{"text":"self.__next_f"}</script></body></html>'
    expect(strip(html)).toBe(html)
  })

  test('keeps the order of style sheets by their tags alone', () => {
    expect(strip('<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>')).toBe(
      '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>',
    )
  })

  test('does not change a text about the runtime', () => {
    const html =
      '<p>self.__next_f, $RC and &lt;script src="/_next/static/chunks/a.js"&gt;</p><a href="/_next/static/a.js">a</a>'
    expect(strip(html)).toBe(html)
  })

  test.each([
    ['a script that asks for the framework', '<script>load("TURBOPACK")</script>', /contains TURBOPACK/],
    ['a preload of another kind', '<link rel="prefetch" href="/_next/static/chunks/a.js">', /<link> \/_next/],
    ['flight data written in another way', '<script>window.__next_g.push(1)</script>', /contains __next_/],
    ['a place that a script would fill', '<template id="B:0"></template>', /unfinished Suspense/],
  ])('rejects a page that would keep %s', (_, html, message) => {
    expect(() => strip(`<p>text</p>${html}`)).toThrow(message)
  })
})

describe('hasUnfinishedSuspense', () => {
  test.each([
    '<!--$?--><template id="B:0"></template><p>Wait</p><!--/$-->',
    '<div hidden id="S:0"><p>late</p></div>',
    '<script>$RC=function(){};$RC("B:0","S:0")</script>',
  ])('finds %s', (html) => {
    expect(hasUnfinishedSuspense(parsePage(html))).toBe(true)
  })

  test('accepts a page whose boundaries were rendered in place', () => {
    expect(hasUnfinishedSuspense(parsePage('<!--$--><p id="S:x">done</p><!--/$-->'))).toBe(false)
  })
})

function strip(html: string): string {
  const page = parseWithPositions(html)
  const stripped = stripRuntime(html, page)
  checkStripped(page, parsePage(stripped))
  return stripped
}
