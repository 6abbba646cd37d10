import { findCodeLines } from '../../model/code-lines'
import type { Entry } from '../front-matter/entry'
import { parseYaml } from '../front-matter/yaml'
import { type Budget, endOfBraces, type JsxTag, makeBudget, plainExpression, readJsxTag } from './jsx-tag'
import { endOfStatement, lastTickLine } from './statement'

/** The Markdown of an MDX document, line for line. */
export interface Mdx {
  body: string
  /** The content of `export const metadata = {…}`, used as front matter. */
  metadata: Entry[]
  /** Lines of the body, counted from 1, with what was removed there. */
  omitted: { line: number; what: 'module' | 'expression' | 'attribute'; source: string }[]
}

/**
 * Reads MDX as Markdown: everything that needs code to run is removed and reported, all other text stays.
 * `import` and `export` go; `{'text'}` is its text, `{/* … *\/}` nothing, any other expression its source; a component
 * becomes a tag that the pipeline looks up like a shortcode (`<YouTube id="x" />` is `{{< YouTube id="x" >}}`).
 */
export function readMdx(text: string): Mdx {
  const omitted: Mdx['omitted'] = []
  const { body, metadata } = takeModules(text, omitted)
  return { body: convert(body, omitted), metadata, omitted }
}

const MODULE =
  /^(?:import\s+(?:["'{*]|[\w$]+[\s,]+(?:from\b|\{|\*))|export\s+(?:const|let|var|function|default|async|class|type|interface|\{|\*))/

/** Empties the lines of `import` and `export`; a statement ends where its brackets are closed. */
function takeModules(text: string, omitted: Mdx['omitted']): { body: string; metadata: Entry[] } {
  const lines = text.split('\n')
  const isCode = findCodeLines(text)
  const lastTick = lastTickLine(lines)
  const metadata: Entry[] = []
  for (let index = 0; index < lines.length; index++) {
    if (isCode[index] || !MODULE.test(lines[index] ?? '')) continue
    const end = endOfStatement(lines, index, lastTick)
    const statement = lines.slice(index, end + 1).join('\n')
    const [, name, object] = /^export\s+const\s+(\w+)\s*(?::[^=]*)?=\s*(\{.*\});?\s*$/s.exec(statement) ?? []
    if (name && object && /^(?:meta(?:data)?|frontmatter)$/i.test(name))
      metadata.push(...parseYaml(object).entries)
    omitted.push({ line: index + 1, what: 'module', source: lines[index] ?? '' })
    lines.fill('', index, end + 1)
    index = end
  }
  return { body: lines.join('\n'), metadata }
}

/** Components of frameworks that are an element of HTML with another name. */
const ELEMENTS = new Map([
  ['Link', 'a'],
  ['Image', 'img'],
  ['Img', 'img'],
  ['Script', 'script'],
])

/** The state of the walk through a document. */
interface Walk {
  text: string
  line: number
  omitted: Mdx['omitted']
  /** Indentation to remove from the lines within each open component: MDX has no indented code. */
  indents: number[]
  budget: Budget
}

function convert(text: string, omitted: Mdx['omitted']): string {
  const isCode = findCodeLines(text)
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const walk: Walk = { text, line: 0, omitted, indents: [], budget: makeBudget(text) }
  let output = ''
  let at = 0
  while (at < text.length) {
    if (at === lineStarts[walk.line]) {
      const indent = /^[ \t]*/.exec(text.slice(at, at + 80))?.[0].length ?? 0
      at += Math.min(indent, walk.indents.at(-1) ?? 0)
    }
    if (isCode[walk.line]) {
      const end = lineStarts[walk.line + 1] ?? text.length
      output += text.slice(at, end)
      at = end
      walk.line++
      continue
    }
    const step = readStep(at, walk)
    output += step.output
    for (let next = lineStarts[walk.line + 1]; next !== undefined && next <= step.end; ) {
      walk.line++
      next = lineStarts[walk.line + 1]
    }
    at = step.end
  }
  return output
}

/** Reads what begins at an offset: a code span, a comment, an expression, a tag, or text up to the next of these. */
function readStep(at: number, walk: Walk): { output: string; end: number } {
  const { text } = walk
  const char = text[at]
  if (char === '`') {
    const ticks = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? '`'
    const close = text.indexOf(ticks, at + ticks.length)
    const end = close < 0 || text.slice(at, close).includes('\n\n') ? at + ticks.length : close + ticks.length
    return { output: text.slice(at, end), end }
  }
  if (char === '\\') return { output: text.slice(at, at + 2), end: Math.min(at + 2, text.length) }
  if (char === '{') return readExpression(at, walk)
  if (char === '<') {
    const tag = readJsxTag(text, at, walk.budget)
    if (tag) return { output: writeTag(tag, at, walk), end: tag.end }
  }
  const next = text.slice(at + 1).search(/[`\\{<\n]/)
  const end = next < 0 ? text.length : at + 1 + next
  return char === '\n' ? { output: '\n', end: at + 1 } : { output: text.slice(at, end), end }
}

function readExpression(at: number, walk: Walk): { output: string; end: number } {
  const { text, budget } = walk
  const end = endOfBraces(text, at, budget)
  if (end === undefined || text[at + 1] === '{') return { output: '{', end: at + 1 }
  const source = text.slice(at, end)
  const inner = source.slice(1, -1).trim()
  // A comment keeps its line breaks, so that lines stay where they were.
  if (/^\/\*.*\*\/$/s.test(inner)) return { output: '\n'.repeat(source.split('\n').length - 1), end }
  const plain = plainExpression(inner)
  if (typeof plain === 'string') return { output: plain, end }
  // Braces after a word or a backslash are LaTeX.
  if (!/[\\\w}^_]/.test(text[at - 1] ?? '') && /^[\w$]/.test(inner)) {
    walk.omitted.push({ line: walk.line + 1, what: 'expression', source })
  }
  return { output: source, end }
}

function writeTag(tag: JsxTag, at: number, walk: Walk): string {
  const { text } = walk
  const isComponent = /^[A-Z]|\./.test(tag.name)
  const name = ELEMENTS.get(tag.name)
  const breaks = '\n'.repeat(text.slice(at, tag.end).split('\n').length - 1)
  track(tag, at, walk)
  if (tag.unknown.length > 0) {
    walk.omitted.push({
      line: walk.line + 1,
      what: 'attribute',
      source: `<${tag.name} ${tag.unknown.join(' ')}>`,
    })
  }
  if (tag.name === '') return breaks
  if (!isComponent || name) return writeElement(tag, name ?? tag.name) + breaks
  if (tag.kind === 'close') return `{{< /${tag.name} >}}${breaks}`
  const written = tag.attributes.map(([key, value]) => ` ${key}=${quote(value === true ? 'true' : value)}`)
  return `{{< ${tag.name}${written.join('')} >}}${breaks}`
}

function writeElement({ kind, attributes }: JsxTag, name: string): string {
  if (kind === 'close') return `</${name}>`
  const written = attributes.map(([key, value]) => {
    const html = HTML_NAMES.get(key) ?? key.toLowerCase()
    return value === true ? ` ${html}` : ` ${html}="${value.replaceAll('"', '&quot;')}"`
  })
  return `<${name}${written.join('')}${kind === 'alone' ? ' />' : '>'}`
}

const HTML_NAMES = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
])

function quote(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return line.includes('"') ? `\`${line.replaceAll('`', "'")}\`` : `"${line}"`
}

/** Keeps the stack of open components that begin a line, with the indentation of the first line in each. */
function track(tag: JsxTag, at: number, walk: Walk): void {
  const { text } = walk
  if (tag.kind === 'close') walk.indents.pop()
  if (tag.kind !== 'open' || VOID.test(tag.name)) return
  const [, indent] = /^[^\n]*\n(?:[ \t]*\n)*([ \t]*)\S/.exec(text.slice(tag.end, tag.end + 2000)) ?? []
  const isBlock = /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))
  walk.indents.push(isBlock && indent !== undefined ? indent.length : (walk.indents.at(-1) ?? 0))
}

const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
