import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Html, Paragraph } from 'mdast'
import type { Options } from 'rehype-remark'
import { visit } from '../../model/visit'

/** Handlers for elements that Markdown has no syntax for. */
export function handlersOf(kept: readonly string[]): NonNullable<Options['handlers']> {
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

/** A picture with a caption is written `![](x.png "The caption")`. */
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

export function has(node: Element, tagName: string): boolean {
  let found = false
  visit(node, 'element', (child) => {
    if (child.tagName === tagName) found = true
  })
  return found
}
