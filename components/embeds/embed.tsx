import type { ReactNode } from 'react'
import { LinkCard } from './link-card'
import { Tweet } from './tweet'

/**
 * What another site would have shown, shown by this one. Takes the attributes of the pipeline's
 * `<x-embed provider="…" id="…">`; a provider without a view of its own is a link card.
 */
export function Embed(props: EmbedProps): ReactNode {
  const View = views[props.provider] ?? LinkCard
  return <View {...props} />
}

/** Adding a provider is one row here and one component. */
const views: Record<string, (props: EmbedProps) => ReactNode> = {
  tweet: Tweet,
}

export interface EmbedProps {
  provider: string
  /** The provider's own name of the thing: a tweet's number, a video's id. */
  id: string
  /** Where the original is. */
  url: string
  /** The author's handle where the text names it. */
  author?: string
  /** What feeds show in this place: a link, or the quotation the author pasted. */
  children?: ReactNode
}
