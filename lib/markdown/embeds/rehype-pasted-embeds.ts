import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { listEmbed } from './embed-element'
import { type Embed, gist, linkCard, recognizeEmbed, tweet } from './providers'

/**
 * Turns pasted HTML into the same elements as tags: the `<iframe>` of a player or map, `<blockquote
 * class="twitter-tweet">`, a gist's script, a CodePen. Their scripts are no longer needed.
 */
export function rehypeEmbeds() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      const made = readPasted(node)
      if (!made) return isEmbedScript(node) ? remove(parent.children, index) : undefined
      listEmbed(made.embed, node, file)
      const { provider, id, url, props } = made.embed
      parent.children[index] = {
        ...h('x-embed', { provider, id, url, ...props }, ...made.fallback),
        ...(node.position ? { position: node.position } : {}),
      }
      return SKIP
    })
    liftOutOfParagraphs(tree)
  }
}

/** An embed is a block: a paragraph that contains one is split there. */
function liftOutOfParagraphs(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || !parent || index === undefined || !node.children.some(isEmbed))
      return undefined
    const pieces: ElementContent[] = []
    let open: Element | undefined
    for (const child of node.children) {
      if (isEmbed(child)) {
        open = undefined
        pieces.push(child)
      } else if (open) open.children.push(child)
      else if (child.type !== 'text' || child.value.trim() !== '') {
        open = { ...node, children: [child] }
        pieces.push(open)
      }
    }
    parent.children.splice(index, 1, ...pieces)
    return index + pieces.length
  })
}

function isEmbed(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'x-embed'
}

function remove(children: unknown[], index: number): [typeof SKIP, number] {
  children.splice(index, 1)
  return [SKIP, index]
}

/** Chosen by the element, then by its class: a tweet's blockquote has a class, an iframe only a URL. */
function readPasted(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  switch (node.tagName) {
    case 'iframe':
      return readFrame(node)
    case 'embed':
    case 'object':
      return readObject(node)
    case 'blockquote':
      return hasClass(node, 'twitter-tweet') || hasClass(node, 'twitter-video') ? readTweet(node) : undefined
    case 'script':
      return readGistScript(node)
    case 'p':
    case 'div':
      if (hasClass(node, 'wp-block-embed__wrapper')) return readWrapper(node)
      return hasClass(node, 'codepen') ? readCodepen(node) : undefined
    default:
      return undefined
  }
}

function readFrame(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  const src = String(node.properties.src ?? node.properties.dataSrc ?? '')
  const address = src.startsWith('//') ? `https:${src}` : src
  if (!/^https?:\/\//i.test(address)) return undefined
  const known = recognizeEmbed(address)
  const { title, width, height } = node.properties
  if (known) return withLink(title ? { ...known, props: { ...known.props, title: String(title) } } : known)
  const size = { ...numberProp('width', width), ...numberProp('height', height) }
  const props = { ...(title ? { title: String(title) } : {}), ...size }
  return withLink({ provider: 'frame', id: address, url: address, props })
}

/** WordPress' block holds the URL alone. */
function readWrapper(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  const [, url] = /^\s*(https?:\/\/\S+)\s*$/.exec(textOf(node)) ?? []
  return url ? withLink(recognizeEmbed(url) ?? linkCard(url)) : undefined
}

/** Players from before iframes: the URL may be on the element, or in its content. */
function readObject(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  const { data, src, width, height } = node.properties
  let address = String(data ?? src ?? '')
  visit(node, 'element', (child) => {
    const { name, value, src: inner } = child.properties
    if (address === '' && child.tagName === 'param' && name === 'movie') address = String(value ?? '')
    if (address === '' && child.tagName === 'embed') address = String(inner ?? '')
  })
  return readFrame(h('iframe', { src: address, width, height }))
}

/** The last link points to the tweet; readers see the other pasted content until there is a snapshot. */
function readTweet(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  let found: Embed | undefined
  visit(node, 'element', (child) => {
    const embed = child.tagName === 'a' ? recognizeEmbed(String(child.properties.href ?? '')) : undefined
    if (embed?.provider === 'tweet') found = embed
  })
  const id = node.properties.dataTweetId
  const embed = found ?? (typeof id === 'string' ? tweet(id) : undefined)
  if (!embed) return undefined
  return { embed, fallback: [h('blockquote', {}, ...node.children)] }
}

function readGistScript(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  const embed = recognizeEmbed(String(node.properties.src ?? ''))
  if (embed?.provider !== 'gist') return undefined
  return withLink(gist(embed.id, embed.props?.user, embed.props?.file))
}

function readCodepen(node: Element): { embed: Embed; fallback: ElementContent[] } | undefined {
  const { dataSlugHash, dataUser } = node.properties
  if (!dataSlugHash || !dataUser) return undefined
  const url = `https://codepen.io/${String(dataUser)}/pen/${String(dataSlugHash)}`
  const embed = recognizeEmbed(url) ?? linkCard(url)
  const title = textOf(node).trim()
  return withLink(
    title.length > 0 && title.length < 100 ? { ...embed, props: { ...embed.props, title } } : embed,
  )
}

function withLink(embed: Embed): { embed: Embed; fallback: ElementContent[] } {
  const label = embed.props?.title ?? embed.url.replace(/^https?:\/\/(?:www\.)?/, '')
  return { embed, fallback: [h('p', {}, h('a', { href: embed.url }, label))] }
}

/** Scripts that turned pasted blockquotes into widgets: our embeds need none. */
function isEmbedScript(node: Element): boolean {
  if (node.tagName !== 'script') return false
  return /^(?:https?:)?\/\/(?:platform\.(?:twitter|x)\.com\/|[a-z]+\.codepen\.io\/assets\/embed|codepen\.io\/assets\/embed|cpwebassets\.codepen\.io\/)/.test(
    String(node.properties.src ?? ''),
  )
}

function numberProp(name: string, value: unknown): Record<string, string> {
  return /^\d+(?:px)?$/.test(String(value)) ? { [name]: String(value).replace('px', '') } : {}
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}
