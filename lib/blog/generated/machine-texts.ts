import { join } from 'node:path'
import { findGenerated, readOptional } from './read-generated'

/** Where each post is in the cache, by slug. Nothing in `dev`, which makes these texts when they are asked for. */
const keys = new Map(Object.entries(readOptional<Record<string, string>>('.quire/machine-texts.json') ?? {}))

/** A published post as HTML for feeds, as `lib/build/machine-texts` has written it; undefined where it has not. */
export async function findFeedText(slug: string): Promise<string | undefined> {
  const key = keys.get(slug)
  if (key === undefined) return undefined
  const path = join('.next', 'cache', 'quire', 'machine-texts', `${key}.json`)
  return (await findGenerated<{ text: { feed: string } }>(path))?.text.feed
}
