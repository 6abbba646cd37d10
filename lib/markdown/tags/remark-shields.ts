import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { removeShields, SHIELD } from '../../model/shield'
import { visit } from '../../model/visit'

/** Removes the characters that protected tags between `raw` and `endraw`: later plugins do not look for tags. */
export function remarkShields() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes(SHIELD)) return
    visit(tree, (node) => {
      if ('value' in node) node.value = removeShields(node.value)
      if ('url' in node) node.url = removeShields(node.url)
      if ('title' in node && node.title) node.title = removeShields(node.title)
      if ('alt' in node && node.alt) node.alt = removeShields(node.alt)
    })
  }
}
