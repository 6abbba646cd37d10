import type { ReactNode } from 'react'
import type { EmbedData } from '@/lib/snapshots/attach'

/** The attributes of an `<x-embed>`, and what is kept of what it shows. */
export interface EmbedProps extends Partial<EmbedData> {
  provider: string
  /** The provider's own name of the thing: a tweet's number, a video's id. */
  id: string
  /** Where the original is. */
  url: string
  /** The author's handle where the text names it. */
  author?: string
  /** What the text calls it. */
  title?: string
  /** Of a frame the author pasted, in CSS pixels. */
  width?: string
  height?: string
  /** Seconds from which, to which a video plays. */
  start?: string
  end?: string
  /** Vimeo's key of an unlisted video. */
  hash?: string
  /** Plain HTML of the same: what feeds show in this place. */
  children?: ReactNode
}
