import type { ReactNode } from 'react'
import type { EmbedProps } from './embed-props'
import { Gist } from './gist'
import { LinkCard } from './link-card'
import { Player } from './player'
import { Tweet } from './tweet'

/**
 * Shows an embed without a request to the other site. Takes the attributes of the pipeline's `<x-embed provider="…"
 * id="…">` and its snapshot from `lib/snapshots`. A provider without a row is a link card.
 */
export function Embed(props: EmbedProps): ReactNode {
  const View = views.get(props.provider) ?? LinkCard
  return <View {...props} />
}

/** Adding a provider is one row here and one component (and one row in `lib/snapshots/fetch.ts` for its data). */
const views = new Map<string, (props: EmbedProps) => ReactNode>([
  ['tweet', Tweet],
  ['youtube', Player],
  ['vimeo', Player],
  ['codepen', Player],
  ['stackblitz', Player],
  ['frame', Player],
  ['spotify', Player],
  ['soundcloud', Player],
  ['codesandbox', Player],
  ['gist', Gist],
  ['github-lines', Gist],
  ['bluesky', Tweet],
  ['mastodon', Tweet],
])
