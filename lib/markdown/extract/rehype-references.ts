import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf, placeOf } from '../context'
import { readSourceSet, type SourceCandidate } from './srcset'

/** Lists what the text names: every link and picture as written, for `lib/references` to look up. */
export function rehypeReferences() {
  return (tree: Root, file: VFile): void => {
    const { links, images } = contextOf(file).rendered
    visit(tree, 'element', (node) => {
      // What an embed holds is a copy of what `embeds` lists.
      if (node.tagName === 'x-embed') return SKIP
      for (const url of addresses(node, ['href', 'cite'])) links.push({ url, ...placeOf(file, node) })
      for (const url of addresses(node, ['src', 'poster'])) {
        // A frame on another host shows a page: there is no picture to measure.
        const list = node.tagName === 'iframe' && /^(?:https?:)?\/\//.test(url) ? links : images
        const { width, height } = node.properties
        list.push({ url, ...(width && height ? { sized: true } : {}), ...placeOf(file, node) })
      }
      for (const { url } of candidatesOf(node)) images.push({ url, ...placeOf(file, node) })
      return undefined
    })
  }
}

function candidatesOf({ properties: { srcSet } }: Element): SourceCandidate[] {
  return typeof srcSet === 'string' ? readSourceSet(srcSet) : []
}

/** Links that the page adds (a heading's anchor, a note's link back) are ours, not the author's. */
function addresses(node: Element, names: string[]): string[] {
  const { properties } = node
  if (isOurs(node)) return []
  return names
    .map((name) => properties[name])
    .filter((value): value is string => typeof value === 'string' && value !== '')
}

function isOurs({ properties }: Element): boolean {
  const { className } = properties
  return (
    (Array.isArray(className) && className.includes('anchor')) ||
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined
  )
}
