import { DateTime } from 'luxon'
import { foldersOf, hugoPermalink } from '../../dialects/hugo-permalink'
import { jekyllPermalink } from '../../dialects/jekyll-permalink'
import { slugify, splitDatePrefix } from '../../urls/slug'
import type { ReadPost } from '../read-post'

/** Where a post stood in its old system. Addresses as that system wrote them, nothing checked yet. */
export interface OldAddresses {
  /** What the author wrote (`permalink`, `url`, `path`), or what the system's pattern gives. */
  permalink?: string
  /** The permalink is written in the post, so the author answers for it. */
  written: boolean
  /** Addresses that may have been, where the old site's zone is not known: claimed only if nobody else does. */
  likely: string[]
  /** What the author wrote under `aliases` and its like. */
  aliases: string[]
}

/** Finds the addresses at which a post answered before, by its own words and the rules of its system. */
export function findOldAddresses(post: ReadPost): OldAddresses {
  const { fields } = post
  const aliases = fields.aliases ?? []
  const times = momentsOf(post)
  const expand = (pattern: string) =>
    [...new Set(times.map((time) => jekyllPermalink(pattern, post, time)))].filter(isText)
  if (fields.permalink !== undefined) {
    const [permalink = fields.permalink] = /:[a-z]/.test(fields.permalink) ? expand(fields.permalink) : []
    return { permalink, written: true, likely: [], aliases }
  }
  const found = byPattern(post, times, expand)
  const [permalink, ...likely] = found
  return { permalink, written: false, likely: [...likely, ...relativeAliases(post, aliases)], aliases }
}

function byPattern(
  post: ReadPost,
  times: readonly (DateTime | undefined)[],
  expand: (pattern: string) => string[],
): string[] {
  const { blog, fields, file } = post
  const { permalinks, uglyUrls } = blog.settings
  switch (blog.dialect) {
    case 'jekyll':
      return expand(permalinks[''] ?? 'date')
    case 'octopress':
      return expand(permalinks[''] ?? '/blog/:year/:month/:day/:title/')
    case 'hugo':
      return times.slice(0, 1).flatMap((time) => hugoPermalink(permalinks, post, time, uglyUrls) ?? [])
    case 'zola': {
      // @see https://www.getzola.org/documentation/content/page/#page-options
      const last = slugify(fields.slug ?? splitDatePrefix(file.name).rest)
      return [`/${[...foldersOf(post).map(slugify), last].join('/')}/`]
    }
    case 'ghost':
      return permalinks['']
        ? expand(permalinks[''])
        : [`/${fields.slug ?? slugify(splitDatePrefix(file.name).rest)}/`]
    default:
      return permalinks[''] ? expand(permalinks['']) : []
  }
}

/**
 * The days on which the old site may have dated a post, likeliest first: Jekyll takes the zone of its configuration,
 * else that of the machine, which was UTC on GitHub Pages; everybody else the day that was written.
 */
function momentsOf({ fields, blog }: ReadPost): (DateTime | undefined)[] {
  if (fields.date === undefined) return [undefined]
  const written = DateTime.fromISO(fields.date, { setZone: true, zone: 'utc' })
  const isJekyll = blog.dialect === 'jekyll' || blog.dialect === 'octopress'
  if (!isJekyll || !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(fields.date)) return [written]
  return [written.setZone(blog.settings.timeZone ?? 'utc'), written]
}

/** Hugo takes an alias without a slash at its front for a neighbour of the page. */
function relativeAliases(post: ReadPost, aliases: readonly string[]): string[] {
  if (post.blog.dialect !== 'hugo') return []
  const folder = foldersOf(post).join('/')
  return aliases
    .filter((alias) => folder && !/^(?:\/|https?:)/.test(alias))
    .map((alias) => `/${folder}/${alias}`)
}

function isText(value: string | undefined): value is string {
  return value !== undefined
}
