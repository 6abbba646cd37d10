import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Html, Paragraph } from 'mdast'
import rehypeRemark, { type Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { readCards } from './cards'
import { makeParagraphs } from './paragraphs'
import { resolveShortcodes } from './shortcodes'

/** What came out, and what could not be said. */
export interface ConvertedHtml {
  markdown: string
  /** Shortcodes that mean nothing here; they are still in the text. */
  unknown: string[]
  /** Addresses of every picture, as they are in the Markdown. */
  pictures: string[]
}

/**
 * Turns the HTML of an editor into Markdown. What Markdown cannot say stays HTML, which the site's pipeline
 * understands; nothing is left out.
 */
export function htmlToMarkdown(html: string, options: ConvertOptions = {}): ConvertedHtml {
  const kept: string[] = []
  const unknown: string[] = []
  const keep = (markdown: string) => {
    kept.push(markdown)
    return `<quire-kept n="${kept.length - 1}"></quire-kept>`
  }
  const isWordpress = options.flavor === 'wordpress'
  const source = isWordpress
    ? resolveShortcodes(html, {
        attachments: options.attachments ?? new Map(),
        own: options.own ?? [],
        keep,
        onUnknown: (code) => unknown.push(code),
      })
    : html
  const tree = fromHtml(source, { fragment: true })
  removeMarks(tree)
  // Posts of the block editor have their paragraphs; those of the classic editor have lines.
  if (isWordpress && !/<!--\s*wp:/.test(html)) makeParagraphs(tree)
  readCards(tree, (markdown) => {
    kept.push(markdown)
    return h('quire-kept', { n: String(kept.length - 1) })
  })
  markTables(tree)
  const pictures = rewriteAddresses(tree, options)
  const processor = unified()
    .use(rehypeRemark, { handlers: handlersOf(kept), document: true })
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      unsafe: TAGS,
    })
  const markdown = processor.stringify(processor.runSync(tree))
  return { markdown: markdown.replace(/\n{3,}/g, '\n\n').trim(), unknown, pictures }
}

/** Comments of editors say nothing to a reader; `<!--more-->` does. */
function removeMarks(tree: Root): void {
  visit(tree, 'comment', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (/^\s*more\b/.test(node.value)) {
      node.value = 'more'
      return undefined
    }
    parent.children.splice(index, 1)
    return index
  })
}

/** Makes links to the old blog links from its root, and gives pictures their new place. @returns their addresses */
function rewriteAddresses(tree: Root, { origin, pictureAt }: ConvertOptions): string[] {
  const pictures: string[] = []
  visit(tree, 'element', ({ tagName, properties }) => {
    for (const name of ['href', 'src', 'poster']) {
      const value = properties[name]
      if (typeof value !== 'string') continue
      const isPicture = tagName === 'img' || name === 'poster'
      if (isPicture) properties[name] = pictureAt?.(value) ?? value
      else if (origin && name === 'href') properties[name] = withoutOrigin(value, origin)
      if (isPicture) pictures.push(String(properties[name]))
    }
  })
  return pictures
}

function withoutOrigin(url: string, origin: string): string {
  const bare = origin.replace(/^https?:/, '')
  const rest = url.replace(/^https?:/, '')
  return rest === bare || rest.startsWith(`${bare}/`) ? rest.slice(bare.length) || '/' : url
}

/** How elements that Markdown has no notation for are written. */
function handlersOf(kept: readonly string[]): NonNullable<Options['handlers']> {
  const asHtml = (_state: unknown, node: ElementContent): Html => {
    const value = toHtml(node)
      // A blank line would end the block of HTML.
      .replace(/\n\s*\n/g, '\n')
      .replaceAll(KEPT, (_, n: string) => `\n\n${kept[Number(n)] ?? ''}\n\n`)
    return { type: 'html', value }
  }
  return {
    ...Object.fromEntries(HTML_ONLY.map((name) => [name, asHtml])),
    'quire-kept': (_state, node): Html => ({ type: 'html', value: kept[Number(node.properties.n)] ?? '' }),
    'quire-html': (state, node) => node.children.map((child) => asHtml(state, child)),
    figure: (state, node) => {
      const captioned = readFigure(node)
      if (captioned) return captioned
      return has(node, 'figcaption') ? asHtml(state, node) : state.toFlow(state.all(node))
    },
  }
}

const KEPT = /<quire-kept n="(\d+)"><\/quire-kept>/g

const HTML_ONLY =
  'sub sup kbd mark ins u small abbr details video audio iframe object embed svg canvas form input button select textarea center dl ruby cite time script style math picture font'.split(
    ' ',
  )

/** A picture with words below it is written `![](x.png "The words")`. */
function readFigure(node: Element): Paragraph | undefined {
  const elements = node.children.filter((child) => child.type === 'element')
  const [picture, caption] = elements
  if (elements.length !== 2 || picture?.tagName !== 'img' || caption?.tagName !== 'figcaption')
    return undefined
  if (caption.children.some((child) => child.type === 'element')) return undefined
  const { src, alt } = picture.properties
  const words = textOf(caption).trim()
  return {
    type: 'paragraph',
    children: [{ type: 'image', url: String(src ?? ''), alt: String(alt ?? ''), title: words }],
  }
}

/** A table that Markdown cannot write stays HTML. */
function markTables(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined
    if (!isSimpleTable(node)) parent.children[index] = h('quire-html', [node])
    return SKIP
  })
}

/** Cells of Markdown hold one line each, and none spans another. */
function isSimpleTable(table: Element): boolean {
  let isSimple = true
  visit(table, 'element', (node) => {
    if (node === table) return
    const { colSpan, rowSpan } = node.properties
    if (BLOCKS.has(node.tagName) || Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1) isSimple = false
  })
  return isSimple
}

const BLOCKS = new Set([
  'table',
  'pre',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'figure',
])

function has(node: Element, tagName: string): boolean {
  let found = false
  visit(node, 'element', (child) => {
    if (child.tagName === tagName) found = true
  })
  return found
}

/** In a text that was HTML, `{{` and `{%` are characters and no tags. */
const TAGS = [{ character: '{', after: '[{%]', inConstruct: 'phrasing' as const }]

export interface ConvertOptions {
  flavor?: 'wordpress'
  /** Where the blog was. */
  origin?: string
  /** WordPress: URLs of attachments by number, and those of this post. */
  attachments?: ReadonlyMap<string, string>
  own?: readonly string[]
  /** The new address of a picture; undefined where it keeps its own. */
  pictureAt?: (url: string) => string | undefined
}
