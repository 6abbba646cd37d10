import type { EmbedProps } from './embed-props'

/**
 * The URL of each provider's player for a frame. It starts immediately, because the reader has already clicked.
 * YouTube's domain sets no cookie before playback, Vimeo's URL has the parameter against tracking.
 */
export function frameAddress({ provider, id, url, start, end, hash }: Props): string {
  switch (provider) {
    case 'youtube':
      return withQuery(`https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`, {
        autoplay: '1',
        start,
        end,
      })
    case 'vimeo': {
      const player = `https://player.vimeo.com/video/${encodeURIComponent(id)}`
      const time = start ? `#t=${encodeURIComponent(start)}s` : ''
      return withQuery(player, { autoplay: '1', dnt: '1', h: hash }) + time
    }
    case 'codepen':
      return withQuery(url.replace('/pen/', '/embed/'), { 'default-tab': 'result' })
    case 'stackblitz':
      return withQuery(url, { embed: '1' })
    case 'spotify':
      return `https://open.spotify.com/embed/${id}`
    case 'soundcloud':
      return withQuery('https://w.soundcloud.com/player/', { url, auto_play: 'true' })
    case 'codesandbox':
      return `https://codesandbox.io/embed/${encodeURIComponent(id)}`
    default:
      return url
  }
}

function withQuery(url: string, query: Record<string, string | undefined>): string {
  if (!URL.canParse(url)) return url
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) if (value) whole.searchParams.set(name, value)
  return whole.href
}

type Props = Pick<EmbedProps, 'provider' | 'id' | 'url' | 'start' | 'end' | 'hash'>
