import type { Problem } from '../model/problem'
import type { ReadPost } from '../staging/opened-post'

/** A tag that most posts spell differently. */
export interface OddTag {
  read: ReadPost
  /** As spelled in this post. */
  written: string
  /** As spelled in most posts. */
  usual: string
}

/**
 * Finds tags with two spellings, such as `JavaScript` and `java-script`: they get two pages, or one page
 * with a name that depends on the order of posts.
 */
export function findOddTags(posts: readonly { read: ReadPost }[]): OddTag[] {
  const spellings = new Map<string, Map<string, ReadPost[]>>()
  for (const { read } of posts) {
    for (const tag of read.fields.tags ?? []) {
      const ways = spellings.get(keyOf(tag)) ?? new Map<string, ReadPost[]>()
      ways.set(tag, [...(ways.get(tag) ?? []), read])
      spellings.set(keyOf(tag), ways)
    }
  }
  return [...spellings.values()].flatMap((ways) => {
    // The most frequent spelling wins; among equally frequent ones, the first in the alphabet.
    const [usual, ...others] = [...ways].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    if (!usual) return []
    return others.flatMap(([written, reads]) => reads.map((read) => ({ read, written, usual: usual[0] })))
  })
}

export function adviseOnTags(posts: readonly { read: ReadPost }[]): Problem[] {
  return findOddTags(posts).map(({ read, written, usual }) => ({
    severity: 'warning',
    rule: 'writing/tag-spelling',
    file: read.file.file,
    line: read.origin.tags?.valuePlace.line ?? 1,
    column: read.origin.tags?.valuePlace.column ?? 1,
    message: `The tag “${written}” is spelled “${usual}” in other posts.`,
    hint: `Write “${usual}”, or run npm run check -- --fix.`,
  }))
}

/** `C` and `C++` are two tags; letter case, spaces, hyphens and underscores do not distinguish tags. */
function keyOf(tag: string): string {
  return tag
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}
