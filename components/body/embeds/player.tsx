import type { ReactNode } from 'react'
import type { StoredPicture, VideoSnapshot } from '@/lib/snapshots/snapshot'
import { stringsFor } from '@/lib/strings'
import { hostOf, shortenAddress } from './address'
import { EmbedFrame } from './embed-frame'
import type { EmbedProps } from './embed-props'
import { frameAddress } from './frame-address'
import { PlayMark } from './play-mark'
import { StoredImage } from './stored-image'

/**
 * An embed that only its provider can play: a poster from our site (without a snapshot a line of text), and the player
 * after a click. It is a link to the original; with scripts `lib/enhance/embed.ts` replaces it by a frame with the URL
 * in `data-embed-load`. Until then no request leaves the site.
 */
export function Player(props: EmbedProps): ReactNode {
  const { provider, url, width, height, lang = 'en' } = props
  const strings = stringsFor(lang)
  const { poster, author, ...known } = readSnapshot(props)
  const address = frameAddress(props)
  const title = known.title ?? props.title ?? shortenAddress(url)
  const label = isVideo(provider) ? strings.play(title) : strings.openHere(title)
  const asks = strings.asksOther(hostOf(address))
  if (!poster) {
    return (
      <EmbedFrame {...props}>
        <a
          className="embed-card"
          data-embed-load={address}
          data-height={height}
          data-width={width}
          href={url}
        >
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
        data-embed-load={address}
        data-shape={known.shape}
        href={url}
        title={asks}
      >
        <StoredImage picture={poster} />
        <PlayMark />
      </a>
      <figcaption>
        <cite>{title}</cite> · {author && <>{author} · </>}
        <a href={url}>{hostOf(url)}</a>
      </figcaption>
    </EmbedFrame>
  )
}

function readSnapshot({ provider, snapshot }: EmbedProps): Known {
  const content = snapshot?.outcome === 'data' ? snapshot.content : undefined
  if (content?.kind === 'card')
    return { title: content.card.title, poster: content.card.picture, shape: 'own' }
  if (content?.kind !== 'video') return {}
  const { title, poster, author } = content.video
  return { title, poster, author: author?.name, shape: shapeOf(provider, content.video) }
}

function isVideo(provider: string): boolean {
  return provider === 'youtube' || provider === 'vimeo'
}

/**
 * YouTube's posters have bars around the video: they are cropped to its aspect ratio. All others have the ratio of the
 * video.
 */
function shapeOf(provider: string, { width, height }: VideoSnapshot): string {
  if (height > width) return 'tall'
  return provider === 'youtube' ? 'wide' : 'own'
}

interface Known {
  title?: string
  poster?: StoredPicture
  author?: string
  shape?: string
}
