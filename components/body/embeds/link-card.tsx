import type { ReactNode } from 'react'
import { stringsFor } from '@/lib/strings'
import { hostOf, shortenAddress } from './address'
import { EmbedFrame } from './embed-frame'
import type { EmbedProps } from './embed-props'
import { StoredImage } from './stored-image'

/**
 * A quiet link to the original, with its title, description and picture if there is a snapshot. Every other view falls
 * back to it without a snapshot. Requests nothing from other sites.
 */
export function LinkCard(props: EmbedProps): ReactNode {
  const { snapshot, url, author, lang = 'en' } = props
  const card =
    snapshot?.outcome === 'data' && snapshot.content.kind === 'card' ? snapshot.content.card : undefined
  const title = card?.title ?? (author ? `@${author}` : undefined)
  return (
    <EmbedFrame {...props}>
      <a className="embed-card" href={url}>
        {card?.picture && <StoredImage picture={card.picture} />}
        <span className="embed-words">
          {title && <span className="embed-title">{title}</span>}
          {card?.description && <span className="embed-description">{card.description}</span>}
          <span className="embed-address">{shortenAddress(url)}</span>
          {snapshot?.outcome === 'gone' && (
            <span className="embed-address">{stringsFor(lang).gone(hostOf(url))}</span>
          )}
        </span>
      </a>
    </EmbedFrame>
  )
}
