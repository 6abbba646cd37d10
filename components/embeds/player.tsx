import type { ReactNode } from 'react'
import { strings } from '@/lib/strings'
import { hostOf, shortenAddress } from './address'
import type { EmbedProps } from './embed'
import { EmbedFrame } from './embed-frame'
import { PlayMark } from './play-mark'
import { StoredImage } from './stored-image'

/**
 * Something that only its own site can run: a poster of ours, and the player after a click. The poster is a link to
 * the original; `lib/enhance/embed.ts` turns it into a frame of `data-embed-load` where scripts run. Until then
 * nobody is asked for anything.
 */
export function Player(props: EmbedProps): ReactNode {
  const { provider, snapshot, url } = props
  const video =
    snapshot?.outcome === 'data' && snapshot.content.kind === 'video' ? snapshot.content.video : undefined
  const address = frameAddress(props)
  const title = video?.title ?? shortenAddress(url)
  return (
    <EmbedFrame {...props}>
      <a
        aria-label={isFilm(provider) ? strings.play(title) : strings.openHere(title)}
        className="embed-poster embed-player"
        data-embed-load={address}
        data-shape={video && video.height > video.width ? 'tall' : undefined}
        href={url}
        title={strings.asksOther(hostOf(address))}
      >
        {video?.poster && <StoredImage picture={video.poster} />}
        <PlayMark />
      </a>
      <figcaption>
        {video && (
          <>
            <cite>{title}</cite>
            {video.author && <> {video.author.name}, </>}
          </>
        )}
        <a href={url}>{video ? hostOf(url) : shortenAddress(url)}</a>
      </figcaption>
    </EmbedFrame>
  )
}

function isFilm(provider: string): boolean {
  return provider === 'youtube' || provider === 'vimeo'
}

/** Where each site has its player. `autoplay`, as the reader has asked for it already. */
function frameAddress({ provider, id, url, start, end, hash }: EmbedProps): string {
  switch (provider) {
    case 'youtube':
      return address(`https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`, {
        autoplay: '1',
        start,
        end,
      })
    case 'vimeo': {
      const player = `https://player.vimeo.com/video/${encodeURIComponent(id)}`
      return (
        address(player, { autoplay: '1', dnt: '1', h: hash }) +
        (start ? `#t=${encodeURIComponent(start)}s` : '')
      )
    }
    case 'codepen':
      return address(url.replace('/pen/', '/embed/'), { 'default-tab': 'result' })
    default:
      return address(url, { embed: '1' })
  }
}

function address(url: string, query: Record<string, string | undefined>): string {
  if (!URL.canParse(url)) return url
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) if (value) whole.searchParams.set(name, value)
  return whole.href
}
