import { otherProviders, readMastodon } from './other-providers'

/** Content of another site that a page shows with its own component. */
export interface Embed {
  provider: string
  /** The provider's id for it; the URL if there is no id. */
  id: string
  /** The URL of its public page. */
  url: string
  /** Further attributes, which become the component's props: `author`, `start`, `file` … */
  props?: Record<string, string>
}

/**
 * Finds the provider of a URL. The order decides: a provider's specific URLs come before its general ones.
 * @returns undefined if the URL belongs to no known provider
 */
export function recognizeEmbed(address: string): Embed | undefined {
  const url = parseUrl(address)
  if (!url) return undefined
  const host = url.hostname.replace(/^(?:www|m|mobile|player)\./, '')
  for (const provider of providers) {
    const embed = provider.hosts.includes(host) ? provider.read(url) : undefined
    if (embed) return embed
  }
  return readMastodon(url)
}

/** A post on X (Twitter). `author` is the handle, if the author of the document gave it. */
export function tweet(id: string, author?: string): Embed {
  return {
    provider: 'tweet',
    id,
    url: `https://x.com/${author ?? 'i'}/status/${id}`,
    ...(author ? { props: { author } } : {}),
  }
}

/** A video on YouTube. `start` and `end` in seconds. */
export function youtube(id: string, props: Record<string, string> = {}): Embed {
  const time = props.start ? `&t=${props.start}` : ''
  return { provider: 'youtube', id, url: `https://www.youtube.com/watch?v=${id}${time}`, ...withProps(props) }
}

export function vimeo(id: string, props: Record<string, string> = {}): Embed {
  return { provider: 'vimeo', id, url: `https://vimeo.com/${id}`, ...withProps(props) }
}

/** A gist. `file` names one of several. */
export function gist(id: string, user?: string, file?: string): Embed {
  const url = `https://gist.github.com/${user ? `${user}/` : ''}${id}`
  return { provider: 'gist', id, url, ...withProps({ ...(user ? { user } : {}), ...(file ? { file } : {}) }) }
}

/** A repository on GitHub: `owner/name`. */
export function github(id: string): Embed {
  return { provider: 'github', id, url: `https://github.com/${id}` }
}

/** Any URL, shown as a card. */
export function linkCard(url: string): Embed {
  return { provider: 'link', id: url, url }
}

/**
 * Parses a time in a player's URL into seconds.
 * @param time `90`, `90s`, `1m30s`, `1h2m3s`
 */
export function seconds(time: string): number | undefined {
  if (/^\d+s?$/.test(time)) return Number.parseInt(time, 10)
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time)
  if (!match || time === '') return undefined
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
}

const TWEET = /^\/(?:#!\/)?(?:i\/web|([A-Za-z0-9_]{1,20}))\/status(?:es)?\/(\d+)/
/** The URLs of old players continue with `&hl=en`. */
const VIDEO = /^[\w-]{11}(?=$|&)/

const providers: { hosts: string[]; read: (url: URL) => Embed | undefined }[] = [
  {
    hosts: ['twitter.com', 'x.com'],
    read: (url) => {
      const match = TWEET.exec(url.pathname)
      if (!match?.[2]) return undefined
      return tweet(match[2], match[1] === 'i' ? undefined : match[1])
    },
  },
  {
    hosts: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    read: (url) => {
      const [first, second] = url.pathname.slice(1).split('/')
      const id = url.hostname.endsWith('youtu.be')
        ? first
        : first === 'watch'
          ? url.searchParams.get('v')
          : isVideoPath(first)
            ? second
            : undefined
      const video = VIDEO.exec(id ?? '')?.[0]
      if (!video) return undefined
      const start = seconds(url.searchParams.get('start') ?? url.searchParams.get('t') ?? '')
      const end = seconds(url.searchParams.get('end') ?? '')
      return youtube(video, {
        ...(start ? { start: String(start) } : {}),
        ...(end ? { end: String(end) } : {}),
      })
    },
  },
  {
    hosts: ['vimeo.com'],
    read: (url) => {
      const id = /^\/(?:video\/)?(\d+)(?:\/([0-9a-f]+))?$/.exec(url.pathname)
      if (!id?.[1]) return undefined
      const hash = id[2] ?? url.searchParams.get('h')
      return vimeo(id[1], hash ? { hash } : {})
    },
  },
  {
    hosts: ['codepen.io'],
    read: (url) => {
      const match = /^\/([\w-]+)\/(?:pen|embed|details|full)\/(\w+)/.exec(url.pathname)
      if (!match?.[1] || !match[2]) return undefined
      const [, user, id] = match
      return { provider: 'codepen', id, url: `https://codepen.io/${user}/pen/${id}` }
    },
  },
  {
    hosts: ['stackblitz.com'],
    read: (url) => {
      const id = /^\/edit\/([\w-]+)/.exec(url.pathname)?.[1]
      return id ? { provider: 'stackblitz', id, url: url.href } : undefined
    },
  },
  ...otherProviders,
  {
    hosts: ['gist.github.com'],
    read: (url) => {
      const match = /^\/(?:([\w-]+)\/)?([0-9a-f]{5,40})(?:\.js)?\/?$/.exec(url.pathname)
      if (!match?.[2]) return undefined
      return gist(match[2], match[1], url.searchParams.get('file') ?? undefined)
    },
  },
]

function isVideoPath(segment: string | undefined): boolean {
  return segment === 'embed' || segment === 'shorts' || segment === 'live' || segment === 'v'
}

function parseUrl(address: string): URL | undefined {
  const absolute = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return undefined
  return new URL(absolute)
}

function withProps(props: Record<string, string>): { props?: Record<string, string> } {
  return Object.keys(props).length > 0 ? { props } : {}
}
