import type { Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { childrenOf, replaceChild } from '../content'
import { contextOf } from '../context'
import { schemeUrl } from '../extract/link-schemes'
import { element } from '../nodes'
import { replaceBetween } from './delimiters'
import type { WikilinkNode } from './remark-wikilinks'

/** Obsidian's notation: links and embeds by a note's name, `==marks==`, `%%comments%%`, `^block-ids`. */
export function remarkVault() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).vault) return
    removeBlockComments(tree)
    visit(tree, (node, index, parent) => {
      if (node.type === 'wikilink' && parent && index !== undefined) {
        replaceChild(parent, index, [readWikilink(node)])
        return
      }
      if (!('children' in node)) return
      const children = childrenOf(node)
      replaceBetween(children, '%%', () => [])
      replaceBetween(children, '==', (inner, position) => [element('mark', {}, inner, position)])
      if (node.type === 'paragraph') readBlockId(node, parent)
    })
  }
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i
const VIDEO = /\.(?:mp4|webm|ogv|mov)$/i
const AUDIO = /\.(?:mp3|wav|ogg|m4a|flac)$/i

function readWikilink(node: WikilinkNode): PhrasingContent {
  const isEmbed = node.value.startsWith('!')
  const inside = node.value.slice(isEmbed ? 3 : 2, -2)
  const bar = inside.indexOf('|')
  // In a table the bar is written with a backslash.
  const target = (bar < 0 ? inside : inside.slice(0, bar)).replace(/\\$/, '').trim()
  const words = bar < 0 ? undefined : inside.slice(bar + 1).trim()
  const url = schemeUrl('wikilink', target.replace(/#\^?/, '#'))
  const { position } = node
  if (isEmbed && PICTURE.test(target)) {
    const size = /^(\d+)(?:x(\d+))?$/.exec(words ?? '')
    const sizes = size ? { width: size[1], height: size[2] } : {}
    const alt = words && !size ? words : ''
    return { type: 'image', url, alt, data: { hProperties: sizes }, position }
  }
  if (isEmbed && (VIDEO.test(target) || AUDIO.test(target))) {
    return element(
      VIDEO.test(target) ? 'video' : 'audio',
      { src: url, controls: true, preload: 'metadata' },
      [],
      position,
    )
  }
  const label = words || target.replace(/^#\^?/, '').replaceAll(/#\^?/g, ' › ')
  return { type: 'link', url, children: [{ type: 'text', value: label, position }], position }
}

/** `text ^block-id` at the end of a paragraph names it, or the list item it is in, for links. */
function readBlockId(paragraph: Paragraph, parent: Parents | undefined): void {
  const last = paragraph.children.at(-1)
  if (last?.type !== 'text') return
  const match = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(last.value)
  if (!match?.[1]) return
  last.value = last.value.slice(0, match.index)
  const isItem =
    typeof parent === 'object' && parent !== null && 'type' in parent && parent.type === 'listItem'
  const target: { data?: object } = isItem ? parent : paragraph
  target.data = { ...target.data, hProperties: { id: match[1] } }
}

/** `%%` alone on a line hides all blocks up to the next. */
function removeBlockComments(tree: Root): void {
  const kept: Root['children'] = []
  let isHidden = false
  for (const node of tree.children) {
    const [first] = node.type === 'paragraph' ? node.children : []
    const last = node.type === 'paragraph' ? node.children.at(-1) : undefined
    const opens = first?.type === 'text' && first.value.startsWith('%%')
    const closes = last?.type === 'text' && last.value.endsWith('%%')
    const isWhole = opens && closes && (first !== last || first.value.length > 3)
    if (isHidden) {
      if (closes) isHidden = false
      continue
    }
    if (isWhole && node.type === 'paragraph' && countComments(node.children) === 2) continue
    if (opens && node.type === 'paragraph' && countComments(node.children) % 2 === 1) {
      isHidden = true
      continue
    }
    kept.push(node)
  }
  // A comment that is never closed hides nothing: no text is lost because of a typing error.
  if (!isHidden) tree.children = kept
}

function countComments(children: PhrasingContent[]): number {
  return children.reduce(
    (sum, child) => sum + (child.type === 'text' ? child.value.split('%%').length - 1 : 0),
    0,
  )
}
