import { readOptional } from './read-generated'

/** URLs of similar posts by URL. Empty in `dev`, which does not compare posts. */
export const related: Record<string, string[]> = readOptional('.quire/related.json') ?? {}
