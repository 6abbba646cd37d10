import type { ReactNode } from 'react'
import type { EmbedProps } from './embed'
import { LinkCard } from './link-card'

/** A tweet as a quotation with an author. Without a snapshot it is a link card that names both. */
export function Tweet(props: EmbedProps): ReactNode {
  return <LinkCard {...props} />
}
