import type { PermalinkPost } from '../../dialects/dialect'
import { foldersOf } from '../../dialects/hugo-permalink'
import { jekyllAddresses } from '../../dialects/jekyll'
import type { ReadPost } from '../opened-post'

/** Where a post was in its old system. Addresses as that system wrote them, nothing checked yet. */
export interface OldAddresses {
  /** What the author wrote (`permalink`, `url`, `path`), or what the system's pattern gives. */
  permalink?: string
  /** The permalink is written in the post. */
  written: boolean
  /** Addresses that may have been, where the old site's zone is not known: claimed only if nobody else does. */
  likely: string[]
  /** What the author wrote under `aliases` and its like. */
  aliases: string[]
}

/** What decides about the old addresses of a post. */
export type Addressed = Pick<ReadPost, 'blog' | 'file' | 'fields'>

/** Finds the addresses at which a post answered before, by its own words and the rules of its system. */
export function findOldAddresses(post: Addressed): OldAddresses {
  const { fields, blog } = post
  const aliases = fields.aliases ?? []
  const asked: PermalinkPost = { file: { ...post.file, inBlog: post.file.addressPath }, fields }
  if (fields.permalink !== undefined) {
    const [permalink = fields.permalink] = /:[a-z]/.test(fields.permalink)
      ? jekyllAddresses(fields.permalink, asked, blog.settings)
      : []
    return { permalink, written: true, likely: [], aliases }
  }
  const found = blog.record.permalinks?.(asked, blog.settings) ?? []
  const [permalink, ...likely] = found.map((address) =>
    post.file.lang ? `/${post.file.lang}${address}` : address,
  )
  return { permalink, written: false, likely: [...likely, ...relativeAliases(post, aliases)], aliases }
}

/** Hugo takes an alias without a leading slash for a neighbour of the page. */
function relativeAliases(post: Addressed, aliases: readonly string[]): string[] {
  const { contentFolders } = post.blog.settings
  if (contentFolders.length === 0) return []
  const folder = foldersOf(post, contentFolders).join('/')
  return aliases
    .filter((alias) => folder && !/^(?:\/|https?:)/.test(alias))
    .map((alias) => `/${folder}/${alias}`)
}
