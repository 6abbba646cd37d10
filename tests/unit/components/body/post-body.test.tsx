import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { PostBody } from '../../../../components/body/post-body'

describe('the text of a post', () => {
  test('is shown unchanged if no element needs a component', () => {
    const html = '<h2 id="a">A</h2><p>One <em>and</em> <a href="/b">two</a>.</p><ul><li>three</li></ul>'
    expect(show(html)).toBe(html)
  })

  test('makes a callout a note, and leaves other asides alone', () => {
    expect(show('<aside class="callout" data-kind="tip">A</aside>')).toContain('role="note"')
    expect(show('<aside>A</aside>')).toBe('<aside>A</aside>')
  })

  test('shows content of other sites as an embed', () => {
    const html = show('<x-embed provider="tweet" id="12" url="https://x.com/a/status/12"><p>A</p></x-embed>')
    expect(html).toContain('data-embed="tweet" data-embed-id="12"')
    expect(html).not.toContain('x-embed')
  })

  test('keeps what KaTeX writes into style attributes', () => {
    expect(show('<span style="height:0.8em;vertical-align:-0.2em">x</span>')).toBe(
      '<span style="height:0.8em;vertical-align:-0.2em">x</span>',
    )
  })
})

describe('a picture', () => {
  test('of our site has several widths, and its size', () => {
    const html = show('<img src="/media/a.png" alt="A" width="600" height="400" loading="lazy">')
    expect(html).toContain('width="600" height="400"')
    expect(html).toMatch(/srcSet="\/_next\/image\?url=%2Fmedia%2Fa.png/)
    expect(html).not.toContain('style=')
  })

  test.each(['https://elsewhere.example/a.png', '//elsewhere.example/a.png', '/media/a.svg', '/media/a.gif'])(
    'that the optimizer cannot improve keeps its URL: %s',
    (src) => {
      const html = show(`<img src="${src}" alt="" width="600" height="400">`)
      expect(html).toContain(`src="${src}"`)
      expect(html).not.toContain('srcSet')
    },
  )

  test('wider than the text opens in a dialog, without a script', () => {
    const html = show('<img src="/media/a.png" alt="A" width="1600" height="400">')
    const id = /popoverTarget="([^"]+)"/i.exec(html)?.[1]
    expect(id).toBeTruthy()
    expect(html).toMatch(new RegExp(`id="${id}" popover="auto"`))
    expect(html).toContain('<img src="/media/a.png" width="1600" height="400" alt="A" loading="lazy"/>')
  })

  test('inside a link follows the link', () => {
    const html = show('<a href="/b"><img src="/media/a.png" alt="A" width="1600" height="400"></a>')
    expect(html).not.toContain('<button')
  })

  test('made for one theme is shown in that theme only', () => {
    expect(show('<img src="/media/a.png#dark" alt="" width="60" height="40">')).toContain('class="only-dark"')
  })
})

function show(html: string): string {
  const box = renderToStaticMarkup(<PostBody lang="en" body={fromHtml(html, { fragment: true })} />)
  return box.slice('<div>'.length, -'</div>'.length)
}

test.each([
  '<p class="a" id="b">One &amp; <em>two</em></p>\n<ul>\n<li>three</li>\n</ul>',
  '<table><tbody><tr><td data-align="end">1</td></tr></tbody></table>',
  '<figure class="code"><pre><code><span style="color:red">a</span></code></pre></figure>',
])('a text without components is the same in a build, where it is one piece of HTML: %s', (html) => {
  const inDev = show(html)
  vi.stubEnv('NODE_ENV', 'production')
  expect(show(html)).toBe(inDev)
  vi.unstubAllEnvs()
})

describe('HTML that React refuses', () => {
  test.each([
    ['a string as ref', '<channel ref="tcp">a</channel>'],
    ['a handler as a string', '<p onclick="go()">a</p>'],
    ['a name that is no name', '<max; i++="">a</max;>'],
    ['a style that cannot be read', '<p style="color; {red">a</p>'],
    ['a field with content', '<textarea>a</textarea>'],
    ['an attribute that is no name', '<p a"b="">a</p>'],
  ])('is shown as written: %s', (_, html) => {
    expect(show(html)).toBe(`<div style="display:contents">${reparse(html)}</div>`)
    expect(show(`<p>b</p><section>${html}</section>`)).toContain(reparse(html))
  })

  test('only loses the component inside it', () => {
    expect(show('<channel ref="tcp"><img src="https://a.example/b.png" alt="B"></channel>')).toContain(
      '<img src="https://a.example/b.png" alt="B">',
    )
  })

  test('does not change the parents of a component', () => {
    expect(
      show('<blockquote cite="/a"><p class="b">c <input type="checkbox" disabled> d</p></blockquote>'),
    ).toBe(
      '<blockquote cite="/a"><p class="b">c <input aria-label="Not done" type="checkbox" disabled=""/> d</p></blockquote>',
    )
  })
})

/** The same HTML as a browser would serialize it. */
function reparse(html: string): string {
  return toHtml(fromHtml(html, { fragment: true }))
}
