import { isHttp } from './snapshot'

/** Where each site answers. A setting, so that tests ask a server of their own. */
export const defaultEndpoints: Endpoints = {
  tweet: 'https://cdn.syndication.twimg.com',
  youtube: 'https://www.youtube.com',
  vimeo: 'https://vimeo.com',
  codepen: 'https://codepen.io',
  github: 'https://api.github.com',
}

/**
 * Puts another server in the place of a site's.
 * @param pair `tweet=http://127.0.0.1:8080`
 * @throws {Error} for a site that has no endpoint, and for an address that is none
 */
export function replaceEndpoint(pair: string, endpoints: Endpoints): Endpoints {
  const [site = '', ...address] = pair.trim().split('=')
  if (!Object.hasOwn(defaultEndpoints, site) || !isHttp(address.join('='))) {
    throw new Error(`“${pair}” must be site=address, as in tweet=http://127.0.0.1:8080.`)
  }
  return { ...endpoints, [site]: address.join('=') }
}

/** The endpoints of this environment: `EMBED_ENDPOINTS` holds pairs with commas between them. */
export function endpointsOf(env: Record<string, string | undefined>): Endpoints {
  const pairs = (env.EMBED_ENDPOINTS ?? '').split(',').filter(Boolean)
  return pairs.reduce((endpoints, pair) => replaceEndpoint(pair, endpoints), defaultEndpoints)
}

export interface Endpoints {
  tweet: string
  youtube: string
  vimeo: string
  codepen: string
  github: string
}
