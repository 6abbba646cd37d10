import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { contextOf, placeOf } from '../context'
import { readSourceSet, type SourceCandidate } from './srcset'

/** Collects every link and picture as written, for `lib/references` to resolve. */
export function rehypeReferences() {
  return (tree: Root, file: VFile): void => {
    const { links, images } = contextOf(file).rendered
    visit(tree, 'element', (node) => {
      // The content of an embed repeats what `embeds` lists.
      if (node.tagName === 'x-embed') return SKIP
      for (const url of addresses(node, ['href', 'cite'])) links.push({ url, ...placeOf(file, node) })
      for (const url of addresses(node, ['src', 'poster'])) {
        // An iframe shows a page of another host: there is no picture to measure.
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

/** Links that the pipeline adds (a heading's anchor, a footnote's back link) were not written by the author. */
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
