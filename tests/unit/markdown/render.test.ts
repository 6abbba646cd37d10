import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../lib/markdown/context'
import { usePipeline } from '../../../lib/markdown/pipeline'
import { renderMarkdown } from '../../../lib/markdown/render'
import type { MarkdownSettings } from '../../../lib/model/document'
import type { Rendered } from '../../../lib/model/rendered'

async function rendered(markdown: string, settings?: Partial<MarkdownSettings>): Promise<Rendered> {
  return (await renderMarkdown(markdown, settings)).rendered
}

const source = { ...defaultSettings.source, file: 'content/posts/a.md', bodyLine: 10 }

describe('what rendering a document yields in addition to HTML', () => {
  test('nests the table of contents, with the numbers of the headings', async () => {
    const { toc } = await rendered('## One\n\n### Inner\n\n## Two `code`', { autonumber: true })
    expect(toc).toEqual([
      {
        id: 'one',
        text: 'One',
        depth: 2,
        number: '1',
        children: [{ id: 'inner', text: 'Inner', depth: 3, number: '1.1', children: [] }],
      },
      { id: 'two-code', text: 'Two code', depth: 2, number: '2', children: [] },
    ])
  })

  test('lists URLs as written, with line and column in the source file', async () => {
    const { links, images } = await rendered(
      'A [link](../b.md#c).\n\n<a href="/x y">raw</a> ![](./a.png)\n\n[later]\n\n[later]: /z',
      { source },
    )
    expect(links).toEqual([
      { url: '../b.md#c', line: 10, column: 3 },
      { url: '/x y', line: 12, column: 1 },
      { url: '/z', line: 14, column: 1 },
    ])
    expect(images).toEqual([{ url: './a.png', line: 12, column: 24 }])
  })

  test('maps lines that Liquid moved', async () => {
    const { links } = await rendered('a\n\nb\n\n[c](/c)', { source: { ...source, lines: [[4, 2]] } })
    expect(links).toEqual([{ url: '/c', line: 12, column: 1 }])
  })

  test('lists embeds, and how they can be linked', async () => {
    const { embeds, anchors } = await rendered('Text.\n\n{% tweet 1234567890 %}', { source })
    expect(embeds).toEqual([
      { provider: 'tweet', id: '1234567890', url: 'https://x.com/i/status/1234567890', line: 12, column: 1 },
    ])
    expect(anchors).toEqual(['tweet-1234567890'])
  })

  test('counts the words of the running text, not of code and formulas', async () => {
    const { words } = await rendered(
      'One **two** `not` $x^2$ three.\n\n```js\nnot this\n```\n\n| four |\n|---|\n| five |',
    )
    expect(words).toBe(5)
  })

  test.each([
    ['First.\n\nSecond.', 'First.', 'First.'],
    ['First.\n\nSecond.\n\n<!-- more -->\n\nThird.', 'First. Second.', 'First.'],
    ['## A heading\n\n![](a.png)\n\nText with *words*.', 'Text with words.', 'Text with words.'],
    ['', '', ''],
  ])('extracts excerpt and opening of %j', async (markdown, excerpt, opening) => {
    expect(await rendered(markdown)).toMatchObject({ excerpt, opening })
  })

  test('lists what a page needs, and nothing else', async () => {
    expect((await rendered('Text.')).features).toEqual([])
    expect((await rendered('$x$ and `code`')).features).toEqual(['math'])
    expect((await rendered('    code\n\n| a |\n|---|')).features).toEqual(['table', 'code'])
  })

  test('does not repeat a title that came from the first heading', async () => {
    const { html, rendered: facts } = await renderMarkdown('# The title\n\nText.\n\n## Part', {
      titleIsFirstHeading: true,
    })
    expect(html).not.toContain('The title')
    expect(html).toContain('<h2 id="part">')
    expect(facts.toc.map(({ text }) => text)).toEqual(['Part'])
  })

  test('keeps the author’s ids and never assigns one twice', async () => {
    const { anchors } = await rendered('<h2 id="a">X</h2>\n\n## A\n\n## A\n\n## \n\n## 😉')
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors).toContain('a')
    expect(anchors).toContain('a-1')
  })
})

describe('a staged file', () => {
  test('contains its settings, and passes the results to Contentlayer', async () => {
    const settings = { ...defaultSettings, math: false, source }
    const text = `---\ntitle: "A"\nsettings: ${JSON.stringify(settings)}\n---\nIt costs $5 and $x$.\n\n{% nosuchtag %}\n`
    const processor = unified()
    usePipeline(processor)
    const rawDocumentData: Record<string, unknown> = {}
    const file = await processor.process(new VFile({ value: text, data: { rawDocumentData } }))
    expect(String(file)).toContain('<p>It costs $5 and $x$.</p>')
    expect(rawDocumentData.rendered).toMatchObject({
      words: 5,
      problems: [{ file: 'content/posts/a.md', line: 12, column: 1, rule: 'markdown/unknown-tag' }],
    })
  })
})

describe('unrealistic input', () => {
  test.each([
    [
      'ten thousand nested tags',
      `${'{% notice %}\n'.repeat(10_000)}x\n${'{% endnotice %}\n'.repeat(10_000)}`,
    ],
    ['thousands of tags that never end', '{% raw %} '.repeat(3_000)],
    ['ten thousand braces', '{% '.repeat(10_000)],
    ['three thousand quotations', `${'>'.repeat(3_000)}x`],
    ['three thousand elements', `${'<div>'.repeat(3_000)}${'</div>'.repeat(3_000)}`],
  ])(
    'renders %s, reports them, and shows their source',
    async (_name, markdown) => {
      const { html, rendered } = await renderMarkdown(markdown)
      expect(rendered.problems.length).toBeGreaterThan(0)
      expect(html).toMatch(/data-unresolved|class="code"/)
    },
    120_000,
  )

  test('does not count unclosed elements as nesting', async () => {
    for (const piece of ['A `Vec` is a Vec<T>.\n\n', 'A <b>word.\n\n', '<div>\n\nText.\n\n']) {
      const { html, rendered } = await renderMarkdown(piece.repeat(300))
      expect(rendered.problems.map(({ rule }) => rule)).not.toContain('markdown/depth')
      expect(html.match(/<p>/g)).toHaveLength(300)
    }
  })
})

describe('names of properties that every object has', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'have no special meaning as %s',
    async (name) => {
      const { html } = await renderMarkdown(
        `> [!${name}]\n> Text.\n\n{{< notice ${name} >}}a{{< /notice >}}\n\n{% ${name} %}\n\n\`\`\`${name}\nx\n\`\`\`\n\n"q"`,
        { lang: name, smartPunctuation: true, source: { ...defaultSettings.source, dialect: 'hugo' } },
      )
      expect(html).not.toMatch(/native code|undefined|\[object/)
      expect(html).toContain('“q”')
    },
  )
})
