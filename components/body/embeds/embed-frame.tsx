import type { ReactNode } from 'react'
import type { EmbedProps } from './embed-props'

/** The wrapper of every embed: has the provider and the id, and can be linked as `#tweet-1234`. */
export function EmbedFrame({ provider, id, anchor, children }: FrameProps): ReactNode {
  return (
    <figure className="embed" data-embed={provider} data-embed-id={id} id={anchor}>
      {children}
    </figure>
  )
}

type FrameProps = Pick<EmbedProps, 'provider' | 'id' | 'anchor' | 'children'>
