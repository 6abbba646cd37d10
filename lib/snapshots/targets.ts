import type { Rendered } from '../model/rendered'
import { isHttp } from '../urls/is-http'
import type { EmbedTarget } from './fetcher'

/**
 * Everything in a document that can have a snapshot, with its position in the author's file: every embed, and every
 * picture on another host.
 */
export function listTargets({ embeds, images }: Pick<Rendered, 'embeds' | 'images'>): PlacedTarget[] {
  const pictures = images
    .filter(({ url }) => isHttp(url) && !/\.(?:mp4|webm|mov|ogv|mp3|ogg|wav|m4a|vtt)(?:[?#]|$)/i.test(url))
    .map((image) => ({ provider: 'picture', id: image.url, ...image }))
  return [...embeds, ...pictures]
}

export interface PlacedTarget extends EmbedTarget {
  /** In the author's file, from 1. */
  line: number
  column: number
}
