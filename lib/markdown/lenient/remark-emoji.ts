import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/** Replaces `:smile:` by 😄 if the document's original engine did: Hugo's `enableEmoji`, Jekyll's jemoji. */
export function remarkEmoji() {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (!contextOf(file).settings.emojiNames || !NAME.test(String(file))) return
    // Only loaded for documents that use one: the list is half a megabyte.
    const { nameToEmoji } = await import('gemoji')
    visit(tree, 'text', (node) => {
      if (node.data?.literal) return
      node.value = node.value.replaceAll(NAMES, (source, name: string) =>
        Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? source) : source,
      )
    })
  }
}

const NAME = /:[a-z0-9_+-]+:/
const NAMES = /:([a-z0-9_+-]+):/g
