import { trimEndOf } from '../../model/trim-end'
import { decodePercent } from '../../urls/decode'
import { slugify, splitDatePrefix } from '../../urls/slug'
import type { ReadPost } from '../opened-post'

/** The site of most absolute links whose last segment names a post, if they lead to enough of them. */
export function inferOrigin(posts: readonly ReadPost[], byName: PostsByName): string | undefined {
  const targets = new Map<string, Set<ReadPost>>()
  for (const { body } of posts) {
    for (const [, href = ''] of body.matchAll(ABSOLUTE)) {
      if (!URL.canParse(href)) continue
      const { origin, pathname } = new URL(href)
      const target = byName.get(slugify(trimEndOf(decodePercent(pathname), '/').split('/').at(-1) ?? ''))
      if (target) targets.set(origin, (targets.get(origin) ?? new Set()).add(target))
    }
  }
  const [best] = [...targets].sort((a, b) => b[1].size - a[1].size)
  return best && best[1].size >= enoughFor(posts) + 1 ? best[0] : undefined
}

const ABSOLUTE = /(?:\]\(\s*<?|href\s*=\s*["']|\]:\s*)(https?:\/\/[^\s"'()<>]+)/g

/** In a small blog two posts are enough, in others three. */
export function enoughFor(posts: readonly ReadPost[]): number {
  return posts.length < 20 ? 2 : 3
}

export type PostsByName = ReadonlyMap<string, ReadPost | undefined>

/** Posts by every name that a URL may end with; a name shared by two posts is not usable. */
export function indexNames(posts: readonly ReadPost[]): Map<string, ReadPost | undefined> {
  const byName = new Map<string, ReadPost | undefined>()
  for (const post of posts) {
    for (const name of new Set(namesOf(post).map(slugify))) {
      if (name !== '') byName.set(name, byName.has(name) && byName.get(name) !== post ? undefined : post)
    }
  }
  return byName
}

function namesOf({ fields, file }: ReadPost): string[] {
  return [splitDatePrefix(file.name).rest, file.name, ...(fields.slug ? [fields.slug] : [])]
}
