import { join } from 'node:path'
import { findGenerated, readOptional } from './read-generated'

/** The position of each post in the cache, by slug. Empty in `dev`, which renders these texts on request. */
const keys = new Map(Object.entries(readOptional<Record<string, string>>('.quire/machine-texts.json') ?? {}))

/** A published post as HTML for feeds, as written by `lib/build/machine-texts`; undefined if it was not written. */
export async function findFeedText(slug: string): Promise<string | undefined> {
  const key = keys.get(slug)
  if (key === undefined) return undefined
  const path = join('.next', 'cache', 'quire', 'machine-texts', `${key}.json`)
  return (await findGenerated<{ text: { feed: string } }>(path))?.text.feed
}
