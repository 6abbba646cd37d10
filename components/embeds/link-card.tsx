import type { ReactNode } from 'react'
import type { EmbedProps } from './embed'
import { EmbedFrame } from './embed-frame'

/** A quiet link to the original: what is shown where nothing more is known. Asks nobody for anything. */
export function LinkCard({ provider, id, url, author }: EmbedProps): ReactNode {
  return (
    <EmbedFrame provider={provider} id={id}>
      <a className="embed-card" href={url}>
        {author && <span className="embed-author">@{author}</span>}
        <span className="embed-address">{shortenAddress(url)}</span>
      </a>
    </EmbedFrame>
  )
}

/** `https://www.example.com/a/?b=c` as people say it: `example.com/a`. */
export function shortenAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname } = new URL(url)
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '')
}
