import type { DialectRecord, PermalinkPost, PermalinkRules } from '../dialect'
import { jekyllPermalink } from './jekyll-permalink'
import { writtenMoment } from './moments'

/**
 * URLs from one pattern of `:tokens` for all posts, which several systems adopted from Jekyll.
 * @param fallback the system's default pattern, if the configuration sets none; undefined if there is no default
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
