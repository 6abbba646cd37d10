import type { ReactNode } from 'react'
import { shortenAddress } from './address'
import { EmbedFrame } from './embed-frame'
import type { EmbedProps } from './embed-props'
import { LinkCard } from './link-card'

/** A gist: its files as code blocks like those of the text (the plain form of its snapshot), and their origin. */
export function Gist(props: EmbedProps): ReactNode {
  const { snapshot, url, children } = props
  if (snapshot?.outcome !== 'data' || snapshot.content.kind !== 'source') return <LinkCard {...props} />
  const { title, author } = snapshot.content.source
  return (
    <EmbedFrame {...props}>
      {children}
      <figcaption>
        <cite>{title}</cite> · {author && <>{author.name} · </>}
        <a href={url}>{shortenAddress(url)}</a>
      </figcaption>
    </EmbedFrame>
  )
}
