import type { ReactNode } from 'react'
import type { EmbedData } from '@/lib/snapshots/attach'
import { Gist } from './gist'
import { LinkCard } from './link-card'
import { Player } from './player'
import { Tweet } from './tweet'

/**
 * What another site would have shown, shown by this one. Takes the attributes of the pipeline's
 * `<x-embed provider="…" id="…">` and what `lib/snapshots` keeps of it. A provider without a row is a link card.
 */
export function Embed(props: EmbedProps): ReactNode {
  const View = views[props.provider] ?? LinkCard
  return <View {...props} />
}

/** Adding a provider is one row here and one component (and one row in `lib/snapshots/fetch.ts` for its data). */
const views: Record<string, (props: EmbedProps) => ReactNode> = {
  tweet: Tweet,
  youtube: Player,
  vimeo: Player,
  codepen: Player,
  stackblitz: Player,
  frame: Player,
  gist: Gist,
}

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
