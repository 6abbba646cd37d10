import type { Link, PhrasingContent, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { SKIP, visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * Ends a bare URL where its author did. GFM reads everything up to a space as the URL: the backslash of
 * `https://example.com/a\_b`, and the Chinese sentence that continues directly after it.
 */
export function remarkBareLinks() {
  return (tree: Root, file: VFile): void => {
    if (syntaxOf(contextOf(file).settings).kramdown) linkGlued(tree)
    visit(tree, 'link', (node, index, parent) => {
      const [text, ...others] = node.children
      if (!parent || index === undefined || text?.type !== 'text' || others.length > 0) return undefined
      if (!isBare(node, text, file)) return undefined
      const rest = shorten(node, text)
      if (rest === '') return undefined
      const pieces: PhrasingContent[] = [node, { type: 'text', value: rest }]
      parent.children.splice(index, 1, ...pieces)
      return [SKIP, index + pieces.length]
    })
  }
}

/** In kramdown's text URLs are found late, and not directly after a letter, which in Chinese is no part of a word. */
function linkGlued(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'link' || parent.type === 'linkReference') return
    const match = GLUED.exec(node.value)
    if (!match) return
    const [url] = match
    const rest = node.value.slice(match.index + url.length)
    const pieces: PhrasingContent[] = [
      { ...node, value: node.value.slice(0, match.index) },
      { type: 'link', url, children: [{ type: 'text', value: url }] },
    ]
    if (rest !== '') pieces.push({ type: 'text', value: rest })
    parent.children.splice(index, 1, ...pieces)
  })
}

const GLUED = /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])https?:\/\/[^\s<]*[\p{L}\p{N}/]/u

/** Neither in angle brackets nor the text of a link. */
function isBare({ url, position }: Link, { value }: Text, file: VFile): boolean {
  const offset = position?.start.offset
  if (!/^(?:https?:\/\/|www\.)/i.test(value) || !url.endsWith(value)) return false
  // A URL found in text has no place in the source.
  return offset === undefined || String(file).startsWith(value, offset)
}

/** @returns the text after the URL, which belongs to the sentence */
function shorten(link: Link, text: Text): string {
  const { value } = text
  const end = endOf(value)
  const shown = value.slice(0, end).replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')
  link.url = link.url.slice(0, link.url.length - value.length) + shown
  text.value = shown
  return value.slice(end)
}

/**
 * East Asian punctuation ends a URL; so does an East Asian letter directly after a Latin letter or digit.
 * After a slash it is part of the path, as in `https://zh.wikipedia.org/wiki/維基百科`.
 */
function endOf(address: string): number {
  return (
    /[\u3000-\u303f\uff01-\uff65\u2018-\u201d\u2026]|(?<=[A-Za-z\d])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.exec(
      address,
    )?.index ?? address.length
  )
}
