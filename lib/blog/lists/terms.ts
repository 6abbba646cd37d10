import type { PostSummary, Term, TermCount } from '../../model/post'

/**
 * Groups posts by their terms.
 * @param posts in the order of lists
 * @returns by slug, in the order of the newest post; with the name that the newest post uses
 */
export function groupByTerm(
  posts: readonly PostSummary[],
  termsOf: (post: PostSummary) => readonly Term[],
): Map<string, TermPosts> {
  const groups = new Map<string, TermPosts>()
  for (const post of posts) {
    for (const term of termsOf(post)) {
      const group = groups.get(term.slug)
      if (group) group.posts.push(post)
      else groups.set(term.slug, { term, posts: [post] })
    }
  }
  return groups
}

/** Terms with their number of posts, the most used first, then by name. */
export function countTerms(groups: ReadonlyMap<string, TermPosts>): TermCount[] {
  return [...groups.values()]
    .map(({ term, posts }) => ({ ...term, count: posts.length }))
    .sort((a, b) => b.count - a.count || byName.compare(a.name, b.name))
}

const byName = new Intl.Collator('en')

/** A tag, category or author, and its posts. */
export interface TermPosts {
  term: Term
  /** In the order of lists: newest first. */
  posts: PostSummary[]
}
