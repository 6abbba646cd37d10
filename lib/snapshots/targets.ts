import type { Rendered } from '../markdown/rendered'
import type { EmbedTarget } from './fetch'
import { isHttp } from './snapshot'

/**
 * What of a document can have a snapshot, each with its place in the author's file: everything embedded, and every
 * picture on another host.
 */
export function listTargets({ embeds, images }: Pick<Rendered, 'embeds' | 'images'>): PlacedTarget[] {
  const pictures = images
    .filter(({ url }) => isHttp(url))
    .map(({ url, line, column }) => ({ provider: 'picture', id: url, url, line, column }))
  return [...embeds, ...pictures]
}

export interface PlacedTarget extends EmbedTarget {
  /** In the author's file, from 1. */
  line: number
  column: number
}
