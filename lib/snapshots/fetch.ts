import { z } from 'zod'
import { ownValue } from '../model/records'
import type { EmbedTarget, Fetcher, FetchOptions } from './fetcher'
import { MediaBag } from './media'
import { snapshotName } from './names'
import { Gone, type Outcome, Unavailable } from './outcome'
import { fetchBluesky } from './providers/bluesky'
import { fetchGist, fetchRepository } from './providers/github'
import { fetchLines } from './providers/github-lines'
import { fetchMastodon } from './providers/mastodon'
import { fetchCodepen, fetchPlayer, fetchVimeo, fetchYoutube } from './providers/oembed'
import { fetchCard } from './providers/open-graph'
import { fetchPicture } from './providers/picture'
import { fetchTweet } from './providers/tweet'
import { contentSchema } from './snapshot'

/**
 * Fetches an embed from its site.
 * @returns one of three outcomes; only throws for a bug
 */
export async function fetchSnapshot(reference: EmbedTarget, options: FetchOptions): Promise<Outcome> {
  const media = new MediaBag(snapshotName(reference.provider, reference.id), options.http)
  try {
    const content = contentSchema.safeParse(await fetcherOf(reference)({ ...options, reference, media }))
    // Data that could not be read back must not be written, such as a text that is longer than a tweet can be.
    if (!content.success) throw new Unavailable(`The answer is not usable: ${z.prettifyError(content.error)}`)
    return { outcome: 'data', content: content.data, media: media.files }
  } catch (error) {
    if (error instanceof Gone) return { outcome: 'gone', reason: error.message }
    if (error instanceof Unavailable) return { outcome: 'unavailable', reason: error.message }
    throw error
  }
}

/** To add a provider, add a row here; for others, the Open Graph card is fetched. */
const fetchers: Record<string, Fetcher> = {
  tweet: fetchTweet,
  youtube: fetchYoutube,
  vimeo: fetchVimeo,
  codepen: fetchCodepen,
  gist: fetchGist,
  'github-lines': fetchLines,
  bluesky: fetchBluesky,
  mastodon: fetchMastodon,
  spotify: (context) => fetchPlayer(context, '/oembed', context.endpoints.spotify),
  soundcloud: (context) => fetchPlayer(context, '/oembed', context.endpoints.soundcloud),
  codesandbox: (context) => fetchPlayer(context, '/oembed', context.endpoints.codesandbox),
  picture: fetchPicture,
}

function fetcherOf({ provider, id }: EmbedTarget): Fetcher {
  const isRepository = provider === 'github' && /^[\w.-]+\/[\w.-]+$/.test(id)
  return isRepository ? fetchRepository : (ownValue(fetchers, provider) ?? fetchCard)
}

/** Videos up to 5 MB are stored: about half a minute, and small enough for a Git repository. */
export const DEFAULT_MAX_VIDEO = 5_000_000
