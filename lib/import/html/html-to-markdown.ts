import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { h } from 'hastscript'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { isCostlyHtml } from '../../markdown/limits/costly-html'
import { visit } from '../../model/visit'
import { readCards } from './cards'
import { handlersOf } from './html-elements'
import { makeParagraphs } from './paragraphs'
import { resolveShortcodes } from './shortcodes'
import { markTables } from './tables'

/** The converted text, and what could not be converted. */
export interface ConvertedHtml {
  markdown: string
  /** Unknown shortcodes; they are still in the text. */
  unknown: string[]
  /** URLs of all pictures, as they are in the Markdown. */
  pictures: string[]
}

/**
 * Converts the HTML of an editor to Markdown. What Markdown cannot express stays HTML, which the site's pipeline
 * supports; nothing is left out.
 */
export function htmlToMarkdown(html: string, options: ConvertOptions = {}): ConvertedHtml {
  // The pipeline shows it as it can; here it would end the import.
  if (isCostlyHtml(html)) return { markdown: html, unknown: [], pictures: [] }
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
  // Posts of the block editor have paragraphs; those of the classic editor have lines.
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

/** Comments of editors have no meaning for readers, except `<!--more-->`. */
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

/** Makes links to the old blog root-relative, and gives pictures their new URLs. @returns the URLs of the pictures */
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

/** In a text that was HTML, `{{` and `{%` are plain characters, not tags. */
const TAGS = [{ character: '{', after: '[{%]', inConstruct: 'phrasing' as const }]

export interface ConvertOptions {
  flavor?: 'wordpress'
  /** The URL of the old blog. */
  origin?: string
  /** WordPress: URLs of attachments by number, and those of this post. */
  attachments?: ReadonlyMap<string, string>
  own?: readonly string[]
  /** The new URL of a picture; undefined if it does not change. */
  pictureAt?: (url: string) => string | undefined
}
