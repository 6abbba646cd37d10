import type { LinkReference, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * Kramdown's `[words] [name]`: a space may be between the words of a link and the name of its definition. CommonMark reads
 * brackets and a link beside them.
 * @see https://kramdown.gettalong.org/syntax.html#reference-links
 */
export function remarkSpacedReferences() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).kramdown || !SPACED.test(String(file))) return
    visit(tree, 'linkReference', (node, index, parent) => {
      if (!parent || index === undefined || node.referenceType !== 'shortcut') return undefined
      const [words, before] = [parent.children[index - 2], parent.children[index - 1]]
      if (before?.type !== 'text') return undefined
      // The words are the name of a definition too.
      if (
        words?.type === 'linkReference' &&
        words.referenceType === 'shortcut' &&
        /^[ \n]$/.test(before.value)
      ) {
        name(node, words.children)
        parent.children.splice(index - 2, 2)
        return index - 1
      }
      const [whole, text] = /\[([^[\]]{1,500})\][ \n]$/.exec(before.value) ?? []
      if (whole === undefined || text === undefined) return undefined
      before.value = before.value.slice(0, -whole.length)
      name(node, [{ type: 'text', value: text, position: before.position }])
      return undefined
    })
  }
}

const SPACED = /\][ \n]\[/

function name(node: LinkReference, children: PhrasingContent[]): void {
  node.referenceType = 'full'
  node.children = children
}
