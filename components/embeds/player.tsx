import type { ReactNode } from 'react'
import type { VideoSnapshot } from '@/lib/snapshots/snapshot'
import { strings } from '@/lib/strings'
import { hostOf, shortenAddress } from './address'
import type { EmbedProps } from './embed'
import { EmbedFrame } from './embed-frame'
import { frameAddress } from './frame-address'
import { PlayMark } from './play-mark'
import { StoredImage } from './stored-image'

/**
 * Something that only its own site can run: a poster of ours (without a snapshot a line of text), and the player
 * after a click. It is a link to the original; `lib/enhance/embed.ts` turns it into a frame of `data-embed-load` where
 * scripts run. Until then nobody is asked for anything.
 */
export function Player(props: EmbedProps): ReactNode {
  const { provider, snapshot, url } = props
  const video =
    snapshot?.outcome === 'data' && snapshot.content.kind === 'video' ? snapshot.content.video : undefined
  const address = frameAddress(props)
  const title = video?.title ?? shortenAddress(url)
  const label = isFilm(provider) ? strings.play(title) : strings.openHere(title)
  const asks = strings.asksOther(hostOf(address))
  if (!video?.poster) {
    return (
      <EmbedFrame {...props}>
        <a className="embed-card" data-embed-load={address} href={url}>
          <PlayMark />
          <span className="embed-words">
            <span className="embed-title">{label}</span>
            <span className="embed-address">{asks}</span>
          </span>
        </a>
      </EmbedFrame>
    )
  }
  return (
    <EmbedFrame {...props}>
      <a
        aria-label={label}
        className="embed-poster embed-player"
        data-shape={shapeOf(provider, video)}
        data-embed-load={address}
        href={url}
        title={asks}
      >
        <StoredImage picture={video.poster} />
        <PlayMark />
      </a>
      <figcaption>
        <cite>{title}</cite>
        {video.author && <> {video.author.name}, </>}
        <a href={url}>{hostOf(url)}</a>
      </figcaption>
    </EmbedFrame>
  )
}

function isFilm(provider: string): boolean {
  return provider === 'youtube' || provider === 'vimeo'
}

/** YouTube's posters have bars around the film: they are cut to its shape. All others have the shape of the film. */
function shapeOf(provider: string, { width, height }: VideoSnapshot): string {
  if (height > width) return 'tall'
  return provider === 'youtube' ? 'wide' : 'own'
}
