import type { ReactNode } from 'react'
import type { TweetMedia as Media } from '@/lib/snapshots/snapshot'
import { stringsFor } from '@/lib/strings'
import { hostOf } from './address'
import { PlayMark } from './play-mark'
import { StoredImage } from './stored-image'

/**
 * The pictures and videos of a tweet: one in its own aspect ratio, two to four as a uniform grid, each a link to the
 * full picture. A video plays from our site; if it is not stored, its poster links to the original.
 */
export function TweetMedia({ media, url, lang }: { media: Media[]; url: string; lang: string }): ReactNode {
  if (media.length === 0) return null
  const strings = stringsFor(lang)
  return (
    <div className="tweet-media" data-count={media.length}>
      {media.map((item, index) =>
        item.type === 'photo' ? (
          <a
            aria-label={item.picture.alt || strings.photo(index + 1)}
            href={item.picture.src}
            key={item.picture.src}
          >
            <StoredImage picture={item.picture} />
          </a>
        ) : (
          <Video key={item.poster.src} lang={lang} media={item} url={url} />
        ),
      )}
    </div>
  )
}

function Video({
  media: { src, poster, loop },
  url,
  lang,
}: {
  media: Extract<Media, { type: 'video' }>
  url: string
  lang: string
}) {
  const strings = stringsFor(lang)
  if (!src) {
    return (
      <a aria-label={strings.watchOn(hostOf(url))} className="embed-poster" href={url}>
        <StoredImage picture={poster} />
        <PlayMark />
      </a>
    )
  }
  return (
    <video
      aria-label={poster.alt || strings.video}
      controls
      height={poster.height}
      loop={loop}
      muted={loop}
      playsInline
      poster={poster.src}
      preload="none"
      src={src}
      width={poster.width}
    />
  )
}
