import { distance } from 'fastest-levenshtein'

/**
 * The key that a mistyped one probably means: at most two wrong letters, and at most half of the key, in any
 * letter case. `drat` is `draft`, `tgas` is `tags`, `descripton` is `description`.
 * @returns undefined if no key is similar
 */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  return known
    .map((candidate) => ({ candidate, away: distance(key.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away > 0 && away <= 2 && away * 2 <= candidate.length)
    .sort((a, b) => a.away - b.away)[0]?.candidate
}
