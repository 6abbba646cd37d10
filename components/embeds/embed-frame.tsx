import type { ReactNode } from 'react'

/** The element every embed stands in: names the provider and the id, and can be linked as `#tweet-1234`. */
export function EmbedFrame({ provider, id, children }: EmbedFrameProps): ReactNode {
  return (
    <figure className="embed" data-embed={provider} data-embed-id={id} id={`${provider}-${id}`}>
      {children}
    </figure>
  )
}

interface EmbedFrameProps {
  provider: string
  id: string
  children: ReactNode
}
