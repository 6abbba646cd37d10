import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { SKIP, visit } from 'unist-util-visit'

/**
 * A text as it stands in a feed: whole addresses, no heading anchors, embeds as the plain HTML they hold for readers
 * without our components. Works on the tree; the post's own tree stays as it is.
 * @param pageUrl complete URL of the text's page, on which `#note` links land
 */
export function toFeedHtml(body: Root, pageUrl: string): string {
  const tree = structuredClone(body)
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return
    if (isAnchor(element)) return replace(parent.children, index, [])
    if (element.tagName === 'x-embed') return replace(parent.children, index, element.children)
    for (const property of ['href', 'src', 'poster']) makeAbsolute(element, property, pageUrl)
    // Style sheets do not come along, and many readers show what they do not know as text.
    element.properties.className = undefined
    element.properties.style = undefined
  })
  return toHtml(tree)
}

function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor')
}

function replace(siblings: unknown[], index: number, by: ElementContent[]): [typeof SKIP, number] {
  siblings.splice(index, 1, ...by)
  // The replacements themselves have still to be visited.
  return [SKIP, index]
}

function makeAbsolute({ properties }: Element, property: string, pageUrl: string): void {
  const address = properties[property]
  if (typeof address !== 'string') return
  if (address.startsWith('#')) properties[property] = pageUrl + address
  else if (address.startsWith('/') && !address.startsWith('//'))
    properties[property] = new URL(address, pageUrl).href
}
