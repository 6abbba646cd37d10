import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { toText } from 'hast-util-to-text'
import { h } from 'hastscript'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Post } from '../../model/post'
import { SKIP, visit } from '../../model/visit'
import { responseLanguage, responseStringsFor } from '../../strings/responses'

/**
 * A post as an e-mail: HTML with absolute URLs and the few styles that mail programs support, and the same as text.
 * Formulas become their source, players and embeds become links or their plain HTML; nothing is loaded from other sites
 * except the pictures that the post itself shows.
 * @param options.origin `https://blog.example`
 * @param options.unsubscribe the reader's own link
 */
export function postMail(
  post: Post,
  { origin, title, unsubscribe }: MailOptions,
): { html: string; text: string } {
  const body = toMailBody(post.body, new URL(post.url, origin).href)
  const say = responseStringsFor(post.lang).mail
  const link = new URL(post.url, origin).href
  const html = h('html', { lang: post.lang }, [
    h('head', [h('meta', { charSet: 'utf-8' }), h('title', post.title)]),
    h('body', { style: 'margin:0;padding:20px;background:#fbfaf7;color:#2a2724' }, [
      h('div', { style: 'max-width:34em;margin:0 auto;font:17px/1.6 Georgia,serif', lang: post.lang }, [
        h('p', { style: SMALL }, title),
        h(
          'h1',
          { style: 'font-weight:normal;line-height:1.2' },
          h('a', { href: link, style: 'color:inherit' }, post.title),
        ),
        ...body.children.filter((node): node is ElementContent => node.type !== 'doctype'),
        h('hr', { style: 'border:0;border-top:1px solid #ddd' }),
        h('p', { style: SMALL, lang: responseLanguage(post.lang) }, [
          h('a', { href: link }, say.readOnSite),
          ' · ',
          h('a', { href: unsubscribe }, say.unsubscribe),
        ]),
      ]),
    ]),
  ])
  return {
    html: `<!doctype html>${toHtml(html)}`,
    text: `${post.title}\n${link}\n\n${toPlainText(body)}\n\n-- \n${title}\n${say.unsubscribe}: ${unsubscribe}\n`,
  }
}

/** A copy of the tree of a post, with only what mail programs support. */
function toMailBody(post: Root, url: string): Root {
  const body = structuredClone(post)
  visit(body, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return
    const instead = replacementOf(element)
    if (instead) {
      parent.children.splice(index, 1, ...instead)
      return [SKIP, index]
    }
    for (const name of ['href', 'src', 'poster']) {
      const value = element.properties[name]
      if (typeof value === 'string' && URL.canParse(value, url))
        element.properties[name] = new URL(value, url).href
    }
    element.properties = keepKnown(element)
  })
  return body
}

/** The replacement of an element in an e-mail; undefined if it stays. */
function replacementOf(element: Element): ElementContent[] | undefined {
  const { tagName, properties } = element
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
  if (tagName === 'a' && classes.includes('anchor')) return []
  if (classes.includes('katex') || classes.includes('katex-display')) {
    const source = sourceOfFormula(element)
    return classes.includes('katex-display') ? [h('p', h('code', source))] : [h('code', source)]
  }
  if (tagName === 'x-embed') return element.children
  if (tagName === 'iframe' || tagName === 'video' || tagName === 'audio') {
    const source = properties.src ?? ''
    return typeof source === 'string' && source !== '' ? [h('p', h('a', { href: source }, source))] : []
  }
  if (['script', 'style', 'template', 'form', 'button', 'input', 'svg'].includes(tagName))
    return tagName === 'svg' ? diagramOf(element) : []
  return undefined
}

/** KaTeX's output includes the author's source. */
function sourceOfFormula(element: Element): string {
  let source = ''
  visit(element, 'element', (part) => {
    if (part.tagName === 'annotation') source = textOf(part)
  })
  return source || textOf(element)
}

/** Mail programs do not show SVG: only the text of a diagram is kept. */
function diagramOf(element: Element): ElementContent[] {
  const label = element.properties.ariaLabel ?? textOf(element).replace(/\s+/g, ' ').trim()
  return label ? [h('p', h('em', String(label)))] : []
}

function keepKnown({ tagName, properties }: Element): Element['properties'] {
  const kept: Element['properties'] = {}
  for (const name of KNOWN) if (properties[name] !== undefined) kept[name] = properties[name]
  const style = STYLES.get(tagName)
  return style ? { ...kept, style } : kept
}

/** The text version of an e-mail is Markdown, which is readable as text. */
function toPlainText(body: Root): string {
  try {
    const markdown = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: '-' })
    return String(markdown.stringify(markdown.runSync(structuredClone(body)))).trim()
  } catch {
    return toText(body)
  }
}

const KNOWN = [
  'href',
  'src',
  'alt',
  'title',
  'width',
  'height',
  'colSpan',
  'rowSpan',
  'start',
  'dir',
  'lang',
  'align',
]
const SMALL = 'font:14px/1.5 system-ui,sans-serif;color:#6b6660'
const STYLES = new Map([
  ['img', 'max-width:100%;height:auto'],
  ['pre', 'padding:12px;background:#f2f0ea;overflow:auto;font:14px/1.5 monospace'],
  ['code', 'font-family:monospace'],
  ['blockquote', 'margin:0;padding-left:16px;border-left:2px solid #ddd'],
  ['table', 'border-collapse:collapse'],
  ['td', 'padding:4px 8px;border-bottom:1px solid #ddd'],
  ['th', 'padding:4px 8px;border-bottom:1px solid #999;text-align:left'],
])

interface MailOptions {
  origin: string
  /** The name of the site. */
  title: string
  unsubscribe: string
}
