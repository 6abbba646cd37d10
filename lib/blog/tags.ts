import type { PostSummary, Tag, TagCount } from '../model/post'
import { listPosts } from './posts'

/** Every tag of the published posts with its number of posts, the most used first, then by name. */
export function listTags(): TagCount[] {
  return [...postsByTagSlug().values()]
    .map(({ tag, posts }) => ({ ...tag, count: posts.length }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
}

/** A tag and its published posts, newest first; undefined where no post has it. */
export function postsByTag(slug: string): { tag: Tag; posts: PostSummary[] } | undefined {
  return postsByTagSlug().get(slug)
}

function postsByTagSlug(): Map<string, { tag: Tag; posts: PostSummary[] }> {
  const lists = new Map<string, { tag: Tag; posts: PostSummary[] }>()
  for (const post of listPosts()) {
    for (const tag of post.tags) {
      const list = lists.get(tag.slug)
      if (list) list.posts.push(post)
      else lists.set(tag.slug, { tag, posts: [post] })
    }
  }
  return lists
}
