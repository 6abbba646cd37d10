import escapeStringRegexp from 'escape-string-regexp'
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { SKIP, visit } from '../../model/visit'
import { replaceChild } from '../content'
import { contextOf } from '../context'
import { type Content, element } from '../nodes'

/**
 * Kramdown's abbreviations: `*[HTML]: Hyper Text Markup Language` alone on a line explains each `HTML` in the document.
 * @see https://kramdown.gettalong.org/syntax.html#abbreviations
 */
export function remarkAbbreviations() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).kramdown || !String(file).includes('*[')) return
    const meanings = takeDefinitions(tree)
    if (meanings.size > 0) explain(tree, meanings)
  }
}

const DEFINITION = /^\*\[([^\]\n]+)\]:[ \t]*(.*)$/gm

/** Removes the definitions from the tree. */
function takeDefinitions(tree: Root): Map<string, string> {
  const meanings = new Map<string, string>()
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const [first] = paragraph.children
    if (first?.type !== 'text' || !first.value.startsWith('*[')) return undefined
    first.value = first.value.replaceAll(DEFINITION, (_, name: string, meaning: string) => {
      meanings.set(name, meaning.trim())
      return ''
    })
    first.value = first.value.trimStart()
    if (first.value !== '' || paragraph.children.length > 1 || !parent || index === undefined)
      return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return meanings
}

function explain(tree: Root, meanings: ReadonlyMap<string, string>): void {
  // The longest first: `HTML5` before `HTML`.
  const names = [...meanings.keys()].sort((a, b) => b.length - a.length).map(escapeStringRegexp)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const pieces: Content[] = []
    let from = 0
    for (const match of node.value.matchAll(pattern)) {
      const [name] = match
      if (match.index > from) pieces.push({ ...node, value: node.value.slice(from, match.index) })
      pieces.push(element('abbr', { title: meanings.get(name) }, [{ ...node, value: name }], node.position))
      from = match.index + name.length
    }
    if (pieces.length === 0) return undefined
    if (from < node.value.length) pieces.push({ ...node, value: node.value.slice(from) })
    return replaceChild(parent, index, pieces)
  })
}
