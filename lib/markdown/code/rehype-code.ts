import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { visitParents } from '../../model/visit'
import { stringsFor } from '../../strings'
import { addFeature, contextOf, report } from '../context'
import { highlightWatch } from './highlight-watch'
import { highlight, type Token } from './highlighter'
import { findGrammar } from './languages'
import { readLines } from './meta'
import { type LineMark, readLineMarks } from './notation'

/**
 * Turns each code block into a figure: its title, and its lines, coloured by class so that one page works in light and
 * dark mode. A language without a grammar is reported and shown without colours.
 */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { pre: Element; code: Element; parent: Parents }[] = []
    visitParents(tree, 'element', (node, ancestors) => {
      const code = node.tagName === 'pre' ? onlyCode(node) : undefined
      const parent = ancestors.at(-1)
      if (code && parent) blocks.push({ pre: node, code, parent })
    })
    if (blocks.length > 0) addFeature(file, 'code')
    for (const { pre, code, parent } of blocks) {
      parent.children.splice(parent.children.indexOf(pre), 1, await codeFigure(code, file))
    }
  }
}

async function codeFigure(code: Element, file: VFile): Promise<Element> {
  const { dataHighlight, dataLineNumbers } = code.properties
  const lang = languageOf(code)
  const { text, marks } = readLineMarks(textOf(code).replace(/\n$/, ''), lang)
  if (findGrammar(lang) === undefined) {
    report(file, code, {
      rule: 'markdown/code-language',
      message: `No grammar exists for the language "${lang}": the code is shown without colours.`,
      hint: 'Use a name from https://shiki.style/languages, or "text".',
    })
  }
  const { plainCode, slowCode = [] } = contextOf(file).settings
  const line = code.position?.start.line ?? 0
  const isSlow = slowCode.includes(line)
  if (isSlow) {
    report(file, code, {
      rule: 'markdown/slow-code',
      message: 'It took too long to highlight this code, so it is shown without colors.',
      hint: 'Divide it, or give it the language `text`.',
    })
  }
  highlightWatch.report(line)
  const lines =
    (plainCode || isSlow ? undefined : await highlight(text, lang)) ??
    text.split('\n').map((line) => [{ text: line }])
  highlightWatch.report(0)
  const highlighted = new Set(readLines(String(dataHighlight ?? '')))
  const first = Number(dataLineNumbers ?? 1)
  const body = h('pre', { tabIndex: 0 }, h('code', {}, ...joinLines(lines, first, highlighted, marks)))
  const caption = captionOf(code, contextOf(file).settings.lang)
  return h(
    'figure',
    {
      className: ['code'],
      dataLang: lang || undefined,
      dataLineNumbers: dataLineNumbers === undefined ? undefined : '',
    },
    ...caption,
    body,
  )
}

function captionOf({ properties }: Element, lang: string): Element[] {
  const { dataTitle, dataLink, dataLinkText } = properties
  const title = dataTitle ? [String(dataTitle)] : []
  const link = dataLink
    ? [h('a', { href: String(dataLink) }, String(dataLinkText ?? stringsFor(lang).sourceLink))]
    : []
  if (title.length + link.length === 0) return []
  return [h('figcaption', {}, ...title, ...(title.length > 0 && link.length > 0 ? [' '] : []), ...link)]
}

function joinLines(
  lines: Token[][],
  first: number,
  highlighted: ReadonlySet<number>,
  marks: ReadonlyMap<number, LineMark>,
): ElementContent[] {
  return lines.map((tokens, index) => {
    const mark = marks.get(index + 1)
    // The line ending is inside its line: so lines can be blocks without gaps, and copied code keeps its line breaks.
    const ending = index < lines.length - 1 ? ['\n'] : []
    return h(
      'span',
      {
        className: ['line'],
        dataLine: String(first + index),
        dataHighlighted: highlighted.has(index + 1) || mark === 'highlight' ? '' : undefined,
        dataDiff: mark === '+' || mark === '-' ? mark : undefined,
        dataFocus: mark === 'focus' ? '' : undefined,
      },
      ...tokens.map(tokenNode),
      ...ending,
    )
  })
}

/** Built without hastscript, which takes 1.4 µs for each, eight times as long: a page may contain thousands. */
function tokenNode({ text, kind }: Token): ElementContent {
  const value: Text = { type: 'text', value: text }
  if (!kind) return value
  return { type: 'element', tagName: 'span', properties: { className: [kind] }, children: [value] }
}

function languageOf(code: Element): string {
  const { className } = code.properties
  if (!Array.isArray(className)) return ''
  const name = className.map(String).find((name) => name.startsWith('language-') || name.startsWith('lang-'))
  return name?.replace(/^lang(?:uage)?-/, '') ?? ''
}

/** A `<pre>` that the author wrote with other elements in it is left as written. */
function onlyCode(pre: Element): Element | undefined {
  const [code, ...others] = pre.children
  if (code?.type !== 'element' || code.tagName !== 'code' || others.length > 0) return undefined
  return code.children.every((child) => child.type === 'text') ? code : undefined
}
