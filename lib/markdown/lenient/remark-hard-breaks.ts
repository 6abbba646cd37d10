import type { PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/** Turns line endings into line breaks, in dialects whose engine did so. */
export function remarkHardBreaks() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).hardBreaks) return
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('\n')) return undefined
      const pieces = node.value.split('\n').flatMap((value, line): PhrasingContent[] => {
        const text: PhrasingContent[] = value === '' ? [] : [{ ...node, value }]
        return line === 0 ? text : [{ type: 'break' }, ...text]
      })
      parent.children.splice(index, 1, ...pieces)
      return index + pieces.length
    })
  }
}
