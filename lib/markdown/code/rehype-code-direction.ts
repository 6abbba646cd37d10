import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { directionOf } from '../../direction'
import { SKIP, visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * In a text written from right to left, code is still written from left to right, and its punctuation must not mix with
 * the words around it. A direction that the author set is kept.
 */
export function rehypeCodeDirection() {
  return (tree: Root, file: VFile): void => {
    if (directionOf(contextOf(file).settings.lang) !== 'rtl') return
    visit(tree, 'element', (element) => {
      if (!CODE.has(element.tagName)) return
      element.properties.dir ??= 'ltr'
      return SKIP
    })
  }
}

const CODE = new Set(['pre', 'code', 'kbd', 'samp'])
