import type { Element, ElementContent, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { h } from 'hastscript'
import { recognizeEmbed } from '../../markdown/embeds/providers'
import { SKIP, visit } from '../../model/visit'

/**
 * Replaces the HTML that editors generate for cards by plain HTML and our tags: embedded URLs, bookmarks, galleries,
 * callouts and toggles of WordPress' blocks, Ghost, Medium and Substack.
 * @param keep protects Markdown from the conversion; returns its placeholder element
 */
export function readCards(tree: Root, keep: (markdown: string) => Element): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const made = readCard(node, keep)
    if (!made) return undefined
    parent.children.splice(index, 1, ...made)
    return [SKIP, index + made.length]
  })
}

function readCard(node: Element, keep: (markdown: string) => Element): ElementContent[] | undefined {
  if (node.tagName === 'iframe') {
    const embed = recognizeEmbed(String(node.properties.src ?? node.properties.dataSrc ?? ''))
    return embed && [keep(`{{< embed "${embed.url}" >}}`)]
  }
  if (hasClass(node, 'wp-block-embed') || hasClass(node, 'kg-embed-card') || hasClass(node, 'youtube-wrap')) {
    const address = /https?:\/\/\S+/.exec(textOf(node))?.[0] ?? addressOf(node, 'src')
    const caption = find(node, ({ tagName }) => tagName === 'figcaption')
    if (!address || !recognizeEmbed(address) || find(node, ({ tagName }) => tagName === 'blockquote'))
      return undefined
    return [keep(`{{< embed "${address}" >}}`), ...(caption ? [h('p', h('em', caption.children))] : [])]
  }
  if (hasClass(node, 'kg-bookmark-card') || hasClass(node, 'graf--mixtapeEmbed')) {
    const address = addressOf(node, 'href')
    return address ? [keep(`{{< linkcard "${address}" >}}`)] : undefined
  }
  if (
    hasClass(node, 'kg-gallery-card') ||
    hasClass(node, 'wp-block-gallery') ||
    hasClass(node, 'blocks-gallery-grid')
  )
    return readGallery(node)
  if (hasClass(node, 'kg-callout-card')) {
    const words = find(node, (child) => hasClass(child, 'kg-callout-text')) ?? node
    return [h('blockquote', [h('p', [keep('[!NOTE]')]), h('p', words.children)])]
  }
  if (hasClass(node, 'kg-toggle-card')) {
    const heading = find(node, (child) => hasClass(child, 'kg-toggle-heading-text'))
    const content = find(node, (child) => hasClass(child, 'kg-toggle-content'))
    return [h('details', [h('summary', heading?.children ?? []), ...(content?.children ?? [])])]
  }
  return undefined
}

function readGallery(node: Element): ElementContent[] {
  const pictures: ElementContent[] = []
  visit(node, 'element', (child) => {
    if (child.tagName === 'img') pictures.push(h('p', [child]))
  })
  const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption')
  return caption?.type === 'element' ? [...pictures, h('p', h('em', caption.children))] : pictures
}

function addressOf(node: Element, property: 'src' | 'href'): string | undefined {
  const found = find(node, (child) => /^https?:\/\//.test(String(child.properties[property] ?? '')))
  return found && String(found.properties[property])
}

function find(node: Element, matches: (child: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(node, 'element', (child) => {
    if (!found && matches(child)) found = child
  })
  return found
}

function textOf(node: Element): string {
  return toText(node)
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}
