import type { Link, Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { replaceChild } from '../content'
import type { Content } from '../nodes'
import { embedElement } from './embed-element'
import { type Embed, linkCard, recognizeEmbed } from './providers'

/**
 * Turns URLs alone on their line into embeds, e.g. of a tweet or a video; Hashnode's `%[url]` too, for any
 * URL. A URL in a sentence, or a link with its own text, stays a link.
 */
export function remarkBareEmbeds() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      // The content of an embed is its own URL.
      if (node.type === 'element' && node.data.hName === 'x-embed') return SKIP
      if (node.type !== 'paragraph' || !parent || index === undefined) return undefined
      const pieces = splitAtEmbeds(node, file)
      if (!pieces) return undefined
      return replaceChild(parent, index, pieces)
    })
  }
}

function splitAtEmbeds(paragraph: Paragraph, file: VFile): Content[] | undefined {
  const pieces: Content[] = []
  let sentence: PhrasingContent[] = []
  const children = [...paragraph.children]
  const end = (): void => {
    if (sentence.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      pieces.push({ ...paragraph, children: sentence, position: sentence[0]?.position ?? paragraph.position })
    }
    sentence = []
  }
  let found = false
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (!node) continue
    const before = sentence.at(-1)
    const after = children[index + 1]
    const embed = node.type === 'link' ? embedOf(node, before, after) : undefined
    if (!embed) {
      sentence.push(node)
      continue
    }
    found = true
    if (before?.type === 'text') before.value = before.value.replace(/\s*%?\[?$/, '')
    end()
    pieces.push(embedElement(embed, node.position, file))
    if (after?.type === 'text') children[index + 1] = { ...after, value: after.value.replace(/^\]?\s*/, '') }
    else if (after?.type === 'break') children.splice(index + 1, 1)
  }
  end()
  return found ? pieces : undefined
}

function embedOf(
  link: Link,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): Embed | undefined {
  if (textOf(link) !== link.url && textOf(link) !== link.url.replace(/^https?:\/\//, '')) return undefined
  const lead =
    before === undefined ? '\n' : before.type === 'text' ? before.value : before.type === 'break' ? '\n' : ''
  const tail =
    after === undefined ? '\n' : after.type === 'text' ? after.value : after.type === 'break' ? '\n' : ''
  const isHashnode = /(?:^|\n)[ \t]*%\[$/.test(lead) && /^\][ \t]*(?:\n|$)/.test(tail)
  if (isHashnode) return recognizeEmbed(link.url) ?? linkCard(link.url)
  if (!/\n[ \t]*$/.test(lead) || !/^[ \t]*\n/.test(tail)) return undefined
  // A URL without an embed component is a link that its author wants.
  return recognizeEmbed(link.url)
}
