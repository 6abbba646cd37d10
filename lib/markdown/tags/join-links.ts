import type { Link, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { MarkdownSettings } from '../../model/document'
import type { Content } from '../nodes'
import { addressOf } from './address'
import type { Tag } from './read-tag'
import type { TagNode } from './remark-tag-syntax'

/**
 * Creates links from `[words]({{< ref "a.md" >}}#part "title")`: CommonMark sees no link there, because a URL contains
 * no spaces. Pictures (`![…](…)`) likewise.
 */
export function joinTagLinks(
  children: Content[],
  read: (node: TagNode) => Tag,
  settings: Pick<MarkdownSettings, 'tags' | 'ownTags'>,
): Content[] {
  const result: Content[] = []
  const nodes = children.map((node, index) => (children[index + 1]?.type === 'tag' ? asText(node) : node))
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    const after = nodes[index + 1]
    const url = node.type === 'tag' ? addressOf(read(node), settings) : undefined
    const automatic = url === undefined ? undefined : automaticLink(url, node, result, after)
    if (automatic && after?.type === 'text') {
      nodes[index + 1] = { ...after, value: after.value.slice(automatic) }
      continue
    }
    const tail = after?.type === 'text' ? TAIL.exec(after.value) : undefined
    const label = url === undefined || !tail ? undefined : takeLabel(result)
    if (url === undefined || !tail || !label || after?.type !== 'text') {
      result.push(node)
      continue
    }
    const [whole, fragment = '', title] = tail
    const place = { url: `${url}${fragment}`, title: title ?? null, position: node.position }
    const before = result.at(-1)
    if (before?.type === 'text' && before.value.endsWith('!')) {
      result.splice(-1, 1, { ...before, value: before.value.slice(0, -1) })
      result.push({ type: 'image', alt: textOf(label), ...place })
    } else result.push({ type: 'link', children: label as Link['children'], ...place })
    nodes[index + 1] = { ...after, value: after.value.slice(whole.length) }
  }
  return result.filter((node) => node.type !== 'text' || node.value !== '')
}

/**
 * `<{% post_url a %}#part>` is a link too, whose text is its URL: as that is not known yet, the name of the post. The
 * address of the site may be before the tag.
 * @param read the nodes read so far, to which the link is added
 * @returns how many characters after the tag belong to the link; undefined if it is none
 */
function automaticLink(
  url: string,
  node: Content,
  read: Content[],
  after: Content | undefined,
): number | undefined {
  const site = read.at(-1)
  const hasSite = site?.type === 'link' && /^https?:/.test(site.url)
  const before = read.at(hasSite ? -2 : -1)
  if (before?.type !== 'text' || after?.type !== 'text' || !before.value.endsWith('<')) return undefined
  const [whole, fragment = ''] = /^(#[^\s<>]{1,200})?>/.exec(after.value) ?? []
  if (whole === undefined) return undefined
  const name: Text = { type: 'text', value: decodeURIComponent(url.replace(/^\w+:/, '')) }
  const link: Link = { type: 'link', url: `${url}${fragment}`, children: [name], position: node.position }
  read.splice(hasSite ? -2 : -1, 2, { ...before, value: before.value.slice(0, -1) }, link)
  return whole.length
}

/** In `[https://a.example/](` before a tag the bare URL has taken the brackets in. */
function asText(node: Content): Content {
  const [label, ...others] = node.type === 'link' ? node.children : []
  if (label?.type !== 'text' || others.length > 0 || !HEAD.test(label.value)) return node
  return { type: 'text', value: label.value, position: node.position }
}

/** The text between the tag and the closing parenthesis. */
const TAIL = /^([^\s()"]*)(?:\s+"((?:[^"]|"(?!\s*\)))*)")?\s*\)/
const HEAD = /\]\(\s*<?$/

/** Removes the label's nodes from the end of the nodes read so far. */
function takeLabel(read: Content[]): Content[] | undefined {
  const last = read.at(-1)
  if (last?.type !== 'text') return undefined
  const head = HEAD.exec(last.value)
  if (!head) return undefined
  const closing: Text = { ...last, value: last.value.slice(0, head.index) }
  const nodes = [...read.slice(0, -1), closing]
  let depth = 1
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node?.type !== 'text') continue
    for (let offset = node.value.length - 1; offset >= 0; offset--) {
      if (node.value[offset] === ']') depth++
      if (node.value[offset] === '[') depth--
      if (depth > 0) continue
      const first: Text = { ...node, value: node.value.slice(offset + 1) }
      const label = [first, ...nodes.slice(index + 1)].filter(
        (child) => child.type !== 'text' || child.value !== '',
      )
      read.splice(index, read.length - index, { ...node, value: node.value.slice(0, offset) })
      return label
    }
  }
  return undefined
}
