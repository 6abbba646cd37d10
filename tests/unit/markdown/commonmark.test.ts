import { tests } from 'commonmark-spec'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defaultSettings, setContext } from '../../../lib/markdown/context'
import { useSyntax } from '../../../lib/markdown/pipeline'
import { gfmExamples } from './gfm-examples'

// Support for old posts must not change plain Markdown: the examples of its specifications run through the first half
// of the pipeline (before ids, anchors, highlighting and math) in a text without a dialect.

const processor = unified()
useSyntax(processor)
processor.use(rehypeStringify)

/** The examples of CommonMark with another result, by number, and the reason. */
const exceptions: Record<number, string> = {
  150: 'no browser has this element: shown as text',
  156: 'a tag that never ends is shown as text',
  157: 'a tag that never ends is shown as text',
  158: 'a tag that never ends is shown as text',
  163: 'no browser has this element: shown as text',
  170: 'scripts are taken out',
  171: 'a text area loses the blank line at its start: the serializer writes none',
  173: 'a style sheet that never ends is shown as text',
  178: 'scripts are taken out',
  180: 'code of PHP is shown',
  182: 'what only looks like a comment to browsers is shown',
  201: 'no browser has this element: shown as text',
  491: 'no browser has this element: shown as text',
  524: 'no browser has this element: shown as text',
  536: 'no browser has this element: shown as text',
  602: 'GFM links a bare address',
  606: 'GFM links a bare address',
  608: 'GFM links a bare address',
  611: 'GFM links a bare address',
  612: 'GFM links a bare address',
  613: 'no browser has this element: shown as text',
  614: 'no browser has this element: shown as text',
  615: 'no browser has this element: shown as text',
  616: 'an anchor that says it is closed is closed',
  623: 'no browser has this element: shown as text',
  627: 'code of PHP is shown',
  628: 'what only looks like a comment to browsers is shown',
  629: 'what only looks like a comment to browsers is shown',
}

describe('CommonMark 0.31.2 in a document without a dialect', () => {
  test('matches the specification, except the listed examples', async () => {
    const failed: Record<number, string> = {}
    for (const { markdown, html, number } of tests) {
      const rendered = await render(markdown)
      // An element left open ends with the text: with or without its last line ending.
      if (rendered === normalize(html) || rendered === normalize(html.trimEnd())) continue
      failed[number] = exceptions[number] ?? `unexpected: ${JSON.stringify(markdown)}`
    }
    expect(failed).toEqual(exceptions)
    expect(tests.length - Object.keys(failed).length).toBe(624)
  })
})

describe('GFM 0.29 in a document without a dialect', () => {
  test.each(gfmExamples)('%s', async (_name, markdown, html) => {
    expect(withoutGaps(await render(markdown))).toBe(withoutGaps(html))
  })
})

async function render(markdown: string): Promise<string> {
  const file = new VFile(markdown.replaceAll('→', '\t'))
  setContext(file, defaultSettings)
  return normalize(String(await processor.process(file)))
}

/** Both sides are parsed like in a browser, so that different notations of the same tree are equal. */
function normalize(html: string): string {
  return toHtml(fromHtml(html.replaceAll('→', '\t'), { fragment: true })).trim()
}

/** For our own examples, which are written without the line endings that serializers insert between blocks. */
function withoutGaps(html: string): string {
  return normalize(html).replaceAll(
    /\n?(<\/?(?:table|thead|tbody|tr|t[hd]|ul|li|p|blockquote)\b[^>]*>)\n?/g,
    '$1',
  )
}
