import type { ReactNode } from 'react'
import type { EmbedData } from '@/lib/snapshots/attach'

/** The attributes of an `<x-embed>`, and its snapshot. */
export interface EmbedProps extends Partial<EmbedData> {
  provider: string
  /** The provider's id: of a tweet, a video, a gist. */
  id: string
  /** URL of the original. */
  url: string
  /** The author's handle, if the text contains it. */
  author?: string
  /** The title in the text. */
  title?: string
  /** Of a frame that the author pasted, in CSS pixels. */
  width?: string
  height?: string
  /** Start and end of a video, in seconds. */
  start?: string
  end?: string
  /** Vimeo's key of an unlisted video. */
  hash?: string
  /** The same as plain HTML: feeds show it instead. */
  children?: ReactNode
}
