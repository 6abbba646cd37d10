import type { DialectRecord, PermalinkPost, PermalinkRules } from './dialect'
import { jekyllPermalink } from './jekyll-permalink'
import { writtenMoment } from './moments'

/**
 * Addresses by one pattern of Jekyll's `:tokens` for all posts, which several systems took over from it.
 * @param fallback the system's own pattern, where the configuration gives none; undefined where it has none
 */
export function patternPermalinks(
  fallback: string | ((post: PermalinkPost, rules: PermalinkRules) => string) | undefined,
): NonNullable<DialectRecord['permalinks']> {
  return (post, rules) => {
    const pattern =
      rules.permalinks[''] ?? (typeof fallback === 'function' ? fallback(post, rules) : fallback)
    if (pattern === undefined) return []
    const address = jekyllPermalink(pattern, post, writtenMoment(post))
    return address === undefined ? [] : [address]
  }
}
