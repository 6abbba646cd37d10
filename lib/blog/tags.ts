import type { PostSummary, Tag, TagCount } from '../model/post'

/**
 * Groups posts by tag.
 * @param posts in the order of lists
 * @returns by the tag's slug; the name is the one the newest post uses
 */
export function groupByTag(posts: readonly PostSummary[]): Map<string, TaggedPosts> {
  const groups = new Map<string, TaggedPosts>()
  for (const post of posts) {
    for (const tag of post.tags) {
      const group = groups.get(tag.slug)
      if (group) group.posts.push(post)
      else groups.set(tag.slug, { tag, posts: [post] })
    }
  }
  return groups
}

/** Tags with their number of posts, the most used first, then by name. */
export function countTags(groups: ReadonlyMap<string, TaggedPosts>): TagCount[] {
  return [...groups.values()]
    .map(({ tag, posts }) => ({ ...tag, count: posts.length }))
    .sort((a, b) => b.count - a.count || byName.compare(a.name, b.name))
}

const byName = new Intl.Collator('en')

export interface TaggedPosts {
  tag: Tag
  /** In the order of lists: newest first. */
  posts: PostSummary[]
}
