import type { Link, Text } from 'mdast'
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
  own: Readonly<Record<string, string>>,
): Content[] {
  const result: Content[] = []
  const nodes = children.map((node, index) => (children[index + 1]?.type === 'tag' ? asText(node) : node))
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    const after = nodes[index + 1]
    const url = node.type === 'tag' ? addressOf(read(node), own) : undefined
    const tail = after?.type === 'text' ? TAIL.exec(after.value) : undefined
    const label = url === undefined || !tail ? undefined : takeLabel(result)
    if (url === undefined || !tail || !label || after?.type !== 'text') {
      result.push(node)
      continue
    }
    const [whole, fragment = '', title] = tail
    const link: Link = {
      type: 'link',
      url: `${url}${fragment}`,
      title: title ?? null,
      children: label as Link['children'],
      position: node.position,
    }
    result.push(link)
    nodes[index + 1] = { ...after, value: after.value.slice(whole.length) }
  }
  return result.filter((node) => node.type !== 'text' || node.value !== '')
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
