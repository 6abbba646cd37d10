import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { readSourceSet, writeSourceSet } from '../../markdown/extract/srcset'
import { SKIP, visit } from '../../model/visit'

/**
 * A text for a feed: absolute URLs, no heading anchors, each formula once and as MathML, code as plain text,
 * embeds as the quotation or link inside them; no script, style or frame. Works on
 * a copy of the tree.
 * @param pageUrl absolute URL of the text's page, which `#note` links refer to
 */
export function toFeedHtml(body: Root, pageUrl: string): string {
  return toHtml(toFeedTree(body, pageUrl))
}

/**
 * The same as a tree.
 * @param formulas as MathML, or as `<x-tex>` with their source
 */
export function toFeedTree(body: Root, pageUrl: string, formulas: 'mathml' | 'tex' = 'mathml'): Root {
  const tree: Root = { ...body, children: copyNodes(body.children) }
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return
    const replacement = replacementOf(element, formulas)
    if (replacement) {
      parent.children.splice(index, 1, ...replacement)
      // The replacement itself must still be visited.
      return [SKIP, index]
    }
    if (element.tagName === 'pre') flattenCode(element)
    completeUrls(element, pageUrl)
    removePresentation(element)
    return
  })
  return tree
}

/** `structuredClone` takes longer than all that follows. Places in the source are shared: nobody changes them. */
function copyNodes<Node extends Root['children'][number]>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) =>
    node.type === 'element'
      ? { ...node, properties: { ...node.properties }, children: copyNodes(node.children) }
      : { ...node },
  )
}

/** @returns the replacement of an element; undefined if it stays */
function replacementOf(element: Element, formulas: 'mathml' | 'tex'): ElementContent[] | undefined {
  const { tagName, properties, children } = element
  if (REMOVED.has(tagName) || hasClass(element, 'anchor')) return []
  if (tagName === 'iframe' || tagName === 'embed' || tagName === 'object')
    return linkTo(properties.src ?? properties.data, properties.title)
  if (tagName === 'x-embed') return children.length > 0 ? children : linkTo(properties.url, properties.title)
  if (hasClass(element, 'katex')) return formulas === 'tex' ? sourceOf(element) : formulaOf(element)
  return undefined
}

/** KaTeX writes a formula twice, as MathML and as positioned boxes. The boxes need its style sheet. */
function formulaOf(katex: Element): ElementContent[] | undefined {
  let math: Element | undefined
  visit(katex, 'element', (element) => {
    if (element.tagName === 'math') math ??= element
  })
  if (!math) return undefined
  visit(math, 'element', (element, index, parent) => {
    if (element.tagName !== 'annotation' || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return [math]
}

/** What the author wrote: KaTeX stores it next to the MathML. */
function sourceOf(katex: Element): ElementContent[] | undefined {
  let source: Element | undefined
  visit(katex, 'element', (element) => {
    if (element.tagName === 'annotation') source ??= element
  })
  return source && [h('x-tex', textOf(source).trim())]
}

/** Spans of highlighted code have no meaning without our style sheet. Each line of code already ends in a line break. */
function flattenCode(pre: Element): void {
  const code = pre.children.find((child) => child.type === 'element' && child.tagName === 'code')
  if (code?.type === 'element') code.children = [{ type: 'text', value: textOf(code) }]
}

function completeUrls({ properties }: Element, pageUrl: string): void {
  for (const property of ['href', 'src', 'poster', 'cite', 'data']) {
    const url = properties[property]
    if (typeof url === 'string' && URL.canParse(url, pageUrl))
      properties[property] = new URL(url, pageUrl).href
  }
  if (typeof properties.srcSet !== 'string') return
  properties.srcSet = writeSourceSet(
    readSourceSet(properties.srcSet).map(({ url, descriptor }) => ({
      url: URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : url,
      descriptor,
    })),
  )
}

/** Style sheets and scripts are left out. */
function removePresentation({ properties }: Element): void {
  for (const property of Object.keys(properties))
    if (property === 'className' || property === 'style' || /^(?:on|data)[A-Z]/.test(property))
      properties[property] = undefined
  properties.tabIndex = undefined
}

function linkTo(url: unknown, title: unknown): ElementContent[] {
  return typeof url === 'string' && url !== '' ? [h('p', h('a', { href: url }, String(title || url)))] : []
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

const REMOVED = new Set(['script', 'style', 'link', 'template', 'noscript', 'button', 'form', 'input'])
