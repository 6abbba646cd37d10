/** Posts, source code and players of other sites, recognised by their URLs. */
export const otherProviders: Provider[] = [
  {
    hosts: ['bsky.app'],
    read: ({ pathname }) => {
      const [, actor, post] = /^\/profile\/([\w.:-]+)\/post\/(\w+)\/?$/.exec(pathname) ?? []
      return actor && post
        ? {
            provider: 'bluesky',
            id: `${actor}/${post}`,
            url: `https://bsky.app/profile/${actor}/post/${post}`,
          }
        : undefined
    },
  },
  {
    // Lines of a file at one commit: they never change.
    hosts: ['github.com'],
    read: ({ pathname, hash }) => {
      const [, path] = /^\/([\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{40}\/.+)$/.exec(pathname) ?? []
      const [, lines] = /^#(L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?)$/.exec(hash) ?? []
      return path && lines
        ? { provider: 'github-lines', id: `${path}#${lines}`, url: `https://github.com/${path}#${lines}` }
        : undefined
    },
  },
  {
    hosts: ['open.spotify.com'],
    read: ({ pathname }) => {
      const [, kind, id] =
        /^\/(?:intl-\w+\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/(\w+)\/?$/.exec(
          pathname,
        ) ?? []
      return kind && id
        ? { provider: 'spotify', id: `${kind}/${id}`, url: `https://open.spotify.com/${kind}/${id}` }
        : undefined
    },
  },
  {
    hosts: ['soundcloud.com'],
    read: ({ pathname }) => {
      const [, id] = /^\/([\w-]+\/(?:sets\/)?[\w-]+)\/?$/.exec(pathname) ?? []
      return id ? { provider: 'soundcloud', id, url: `https://soundcloud.com/${id}` } : undefined
    },
  },
  {
    hosts: ['codesandbox.io'],
    read: ({ pathname }) => {
      const [, id] = /^\/(?:s|embed|p\/sandbox)\/([\w-]+)\/?$/.exec(pathname) ?? []
      return id ? { provider: 'codesandbox', id, url: `https://codesandbox.io/s/${id}` } : undefined
    },
  },
]

/**
 * A Mastodon post, on any instance: `https://example.social/@ada/109876543210987654`. No other system uses both
 * `@` and such a long number.
 */
export function readMastodon({ host, pathname }: URL): OtherEmbed | undefined {
  const [, path] = /^\/(@[\w.-]+(?:@[\w.-]+)?\/\d{15,20})\/?$/.exec(pathname) ?? []
  return path ? { provider: 'mastodon', id: `${host}/${path}`, url: `https://${host}/${path}` } : undefined
}

interface Provider {
  hosts: string[]
  read: (url: URL) => OtherEmbed | undefined
}

interface OtherEmbed {
  provider: string
  id: string
  url: string
}
