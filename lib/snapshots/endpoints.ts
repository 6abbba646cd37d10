import { isHttp } from '../urls/is-http'

/** The API server of each site. Configurable, so that tests can use their own server. */
export const defaultEndpoints: Endpoints = {
  tweet: 'https://cdn.syndication.twimg.com',
  youtube: 'https://www.youtube.com',
  vimeo: 'https://vimeo.com',
  codepen: 'https://codepen.io',
  github: 'https://api.github.com',
  'github-raw': 'https://raw.githubusercontent.com',
  bluesky: 'https://public.api.bsky.app',
  /** Empty: the instance of the post. */
  mastodon: '',
  spotify: 'https://open.spotify.com',
  soundcloud: 'https://soundcloud.com',
  codesandbox: 'https://codesandbox.io',
}

/**
 * Replaces the servers of some sites.
 * @param list pairs separated by commas: `tweet=http://127.0.0.1:8080,github=http://127.0.0.1:8081`
 * @throws {Error} for a site without an endpoint, and for an invalid URL
 */
export function parseEndpoints(list: string): Endpoints {
  const endpoints = { ...defaultEndpoints }
  for (const pair of list.split(',').filter(Boolean)) {
    const [site = '', ...rest] = pair.trim().split('=')
    const address = rest.join('=')
    if (!isSite(site) || !isHttp(address)) {
      throw new Error(`“${pair}” must be site=address, as in tweet=http://127.0.0.1:8080.`)
    }
    endpoints[site] = address
  }
  return endpoints
}

function isSite(name: string): name is keyof Endpoints {
  return Object.hasOwn(defaultEndpoints, name)
}

export interface Endpoints {
  tweet: string
  youtube: string
  vimeo: string
  codepen: string
  github: string
  'github-raw': string
  bluesky: string
  mastodon: string
  spotify: string
  soundcloud: string
  codesandbox: string
}
