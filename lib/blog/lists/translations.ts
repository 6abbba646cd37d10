import type { PostSummary } from '../../model/post'

/**
 * Groups posts that are translations of each other.
 * @param posts in the order of lists; if two have the same key and language, the first counts
 * @returns posts by key, each language once
 */
export function groupTranslations(posts: readonly PostSummary[]): Map<string, PostSummary[]> {
  const groups = new Map<string, PostSummary[]>()
  for (const post of posts) {
    if (post.translationKey === undefined) continue
    const group = groups.get(post.translationKey) ?? []
    if (!group.some(({ lang }) => lang === post.lang)) group.push(post)
    groups.set(post.translationKey, group)
  }
  return groups
}
