import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { renderMarkdown } from '@/lib/markdown/render'
import type { MarkdownSettings } from '@/lib/model/document'

const safe = (markdown: string) => renderMarkdown(markdown, { safeHtml: true })

describe('with `html: safe`', () => {
  test.each([
    ['<p style="position:fixed">x</p>', /style/],
    ['<style>body{display:none}</style>x', /style/],
    ['<form action="/x"><input name=a><button>go</button></form>x', /form/],
    ['<svg><text>drawn</text></svg>x', /svg/],
    ['<div class="fixed inset-0">x</div>', /class/],
    ['<div id=x data-anything="https://x.example">x</div>', /data/],
    ['<marquee>x</marquee>', /marquee/],
    ['<a href="ftp://x.example">x</a>', /ftp/],
    ['<map name=m><area href="/x"></map>x', /map|area/],
  ])('%s is reduced and reported', async (markdown, gone) => {
    const { html, rendered } = await safe(markdown)
    expect(html).not.toMatch(gone)
    expect(html).toContain('x')
    expect(rendered.problems.map(({ rule }) => rule)).toContain('markdown/safe-html')
  })

  test('frames become links, as frames of an unknown host do in a trusted text', async () => {
    const { html } = await safe(
      '<iframe src="https://x.example/a"></iframe>\n\n<object data="https://x.example/b"></object>',
    )
    expect(html).not.toMatch(/<(?:iframe|object)/)
    expect(html).toContain('https://x.example/a')
  })

  test.each([
    '<b>x</b> <kbd>y</kbd> <sub>1</sub> <abbr title="a">b</abbr> <mark>m</mark>',
    '<details><summary>a</summary>\n\n*b*\n\n</details>',
    '<table><caption>c</caption><tr><td colspan="2" align="right">a</td></tr></table>',
    '<img src="/a.png" alt="a" width="10" height="10"> <a href="https://x.example" title="t">y</a>',
    '<video src="/a.mp4" controls poster="/a.png"></video>',
    '$\\sqrt{x}$\n\n$$\n\\color{red}{\\frac{1}{2}}\n$$',
    '```js title="a.js" {1} showLineNumbers\nconst a = 1 // [!code ++]\n```',
    '```mermaid\nflowchart LR\n  a --> b\n```',
    '> [!NOTE] Title\n> text\n\n> [!TIP]-\n> folded',
    'https://www.youtube.com/watch?v=aaaaaaaaaaa\n\n{{< youtube aaaaaaaaaaa >}}\n\n{% twitter https://twitter.com/a/status/1 %}',
    '- [x] done\n- [ ] not\n\na[^1]\n\n[^1]: note\n\n# Heading {#own-id}\n\n| a | b |\n|:-|-:|\n| 1 | 2 |',
    '![a picture](/a.png "its caption")',
  ])('%s is the same as in a trusted text', async (markdown) => {
    const [one, other] = await Promise.all([safe(markdown), renderMarkdown(markdown)])
    expect(one.html).toBe(other.html)
    expect(one.rendered.problems).toEqual(other.rendered.problems)
  })
})

describe('our own notation loses nothing with `html: safe`', () => {
  const root = 'tests/pipeline'
  const cases = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('input.md'))
    .sort()

  test.each(cases)('%s', async (path) => {
    const { body, settings } = read(join(root, path))
    // HTML and attributes of an author may be lost: that is the purpose of the setting.
    if (/<[a-z!/]|\{:|\{\.|\{#|style=|class=/i.test(body)) return
    const [one, other] = await Promise.all([
      renderMarkdown(body, { ...settings, safeHtml: true }),
      renderMarkdown(body, settings),
    ])
    expect(one.html).toBe(other.html)
  })
})

function read(path: string): { body: string; settings: Partial<MarkdownSettings> } {
  const text = readFileSync(path, 'utf8')
  const fence = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const { dialect = 'plain', file = 'input.md', ...settings } = fence?.[1] ? parse(fence[1]) : {}
  const body = fence ? text.slice(fence[0].length) : text
  return { body, settings: { ...settings, source: { file, bodyLine: 1, dialect, root: '.' } } }
}
