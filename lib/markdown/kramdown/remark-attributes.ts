import type { Heading, Parents, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { childrenOf, replaceChild } from '../content'
import { contextOf, report } from '../context'
import { type Content, element } from '../nodes'
import { pointIn } from '../points'
import { type Attributes, readAttributes } from './attribute-list'

/**
 * Gives elements the attributes of kramdown's lists: alone on a line, after a span, at the start of an
 * item, at the end of a heading; `{:toc}` becomes the table of contents. Hugo and Zola only support those of headings.
 */
export function remarkAttributes() {
  return (tree: Root, file: VFile): void => {
    const traits = syntaxOf(contextOf(file).settings)
    if (!traits.headingAttributes || !/[{^]/.test(String(file))) return
    visit(tree, 'heading', readHeading)
    if (!traits.kramdown) return
    visit(tree, (node) => {
      if (!('children' in node)) return
      readLines(node)
      readSpans(childrenOf(node))
      const [first] = node.children
      if (node.type === 'listItem' && first?.type === 'paragraph') readStart(first.children, node)
    })
    markLeftovers(tree, file)
  }
}

/** `## Title {#id .class}`, `## Title {: #id}`. */
function readHeading(heading: Heading): void {
  const last = heading.children.at(-1)
  if (last?.type !== 'text') return
  const match = /\s*\{:?([^{}]*)\}\s*$/.exec(last.value)
  const attributes = match && readAttributes(match[1] ?? '')
  if (!match || !attributes || attributes.words.length > 0) return
  last.value = last.value.slice(0, match.index)
  apply(heading, attributes)
}

/** Lines of attributes: for the block before, unless a blank line is between; else for the one after. */
function readLines(parent: Parents): void {
  const children = childrenOf(parent)
  if (!children.some((child) => child.type === 'attributeLine')) return
  const result: Content[] = []
  let waiting: Attributes | undefined
  let hidden: string | undefined
  /** The last line of the block before and of the lists that follow it without a blank line. */
  let lastLine: number | undefined
  for (const child of children) {
    if (child.type !== 'attributeLine') {
      if (hidden === 'comment') continue
      if (waiting) apply(child, waiting)
      waiting = undefined
      result.push(child)
      lastLine = child.position?.end.line
      continue
    }
    const isNext = lastLine !== undefined && lastLine + 1 === child.position?.start.line
    if (isNext) lastLine = child.position?.end.line
    // `^` only ends a block.
    if (child.value === '^') {
      waiting = undefined
      continue
    }
    const extension = /^\{:(?:\/(\w*)|:(\/|\w+)[^}]*?(\/?))\}$/.exec(child.value)
    if (extension) {
      const [, , name, selfClosing] = extension
      hidden = name && name !== '/' && !selfClosing ? name : undefined
      continue
    }
    // `{: }` is empty.
    if (/^\{:\s*\}$/.test(child.value)) continue
    // `{:name: .class}` defines a list for later: there is no element to give it to.
    if (/^\{:[\w-]+:/.test(child.value)) continue
    const attributes = readAttributes(child.value.slice(2, -1))
    const before = result.at(-1)
    if (!attributes)
      result.push({
        type: 'paragraph',
        children: [{ type: 'text', value: child.value }],
        position: child.position,
      })
    else if (attributes.words.includes('toc') && before?.type === 'list') {
      result[result.length - 1] = element('nav', { dataContents: '' }, [], child.position)
    } else if (before && isNext) apply(before, attributes)
    else waiting = attributes
  }
  children.splice(0, children.length, ...result)
}

/** `*text*{: .class}`: the list directly follows the span. */
function readSpans(children: Content[]): void {
  for (const [index, node] of children.entries()) {
    const before = children[index - 1]
    if (node.type !== 'text' || !before || before.type === 'text' || before.type === 'break') continue
    const match = /^\{:([^{}]*)\}/.exec(node.value)
    const attributes = match && readAttributes(match[1] ?? '')
    if (!match || !attributes) continue
    node.value = node.value.slice(match[0].length)
    apply(before, attributes)
  }
}

/** `- {: .class} text` is for the item. */
function readStart(children: PhrasingContent[], item: Content | { type: string; data?: object }): void {
  const [first] = children
  if (first?.type !== 'text') return
  const match = /^\{:([^{}]*)\}\s*/.exec(first.value)
  const attributes = match && readAttributes(match[1] ?? '')
  if (!match || !attributes) return
  first.value = first.value.slice(match[0].length)
  apply(item, attributes)
}

function apply(node: Content | { type: string; data?: object }, { id, classes, values }: Attributes): void {
  if (node.type === 'code' && 'value' in node) {
    const language = classes.find((name) => name.startsWith('language-'))
    if (language) node.lang = language.slice('language-'.length)
    if (values.title) node.meta = `title="${values.title}"`
    return
  }
  const known = node.data && 'hProperties' in node.data ? (node.data.hProperties ?? {}) : {}
  const properties = {
    ...known,
    ...(id ? { id } : {}),
    ...(classes.length > 0 ? { className: classes } : {}),
    ...values,
  }
  if (node.type === 'element' && node.data && 'hProperties' in node.data) node.data.hProperties = properties
  else node.data = { ...node.data, hProperties: properties }
}

/** An attribute list without an element is shown as it is, and reported. */
function markLeftovers(tree: Root, file: VFile): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('{:') || node.data?.literal) return undefined
    // The content of `nomarkdown` is already HTML.
    node.value = node.value.replaceAll(/\{:(?::\w+(?:\s[^}]*)?\/?|\/\w*)\}/g, '')
    const match = /\{:[^}\n]*\}?/.exec(node.value)
    if (!match) return undefined
    report(file, pointIn(node, match.index), {
      rule: 'markdown/attributes',
      message: `These attributes do not belong to any element: ${match[0]}`,
      hint: 'Put them after an element or on the line below a block, or in backticks to show them.',
    })
    const code = element(
      'code',
      { dataUnresolved: '' },
      [{ type: 'text', value: match[0], data: { literal: true } }],
      node.position,
    )
    const pieces: Content[] = [
      { ...node, value: node.value.slice(0, match.index) },
      code,
      { ...node, value: node.value.slice(match.index + match[0].length) },
    ]
    replaceChild(parent, index, pieces)
    return index + 2
  })
}
