import type { PermalinkPost } from '../../dialects/dialect'
import { jekyllAddresses } from '../../dialects/jekyll'
import { foldersOf } from '../../dialects/rules/hugo-permalink'
import type { ReadPost } from '../opened-post'

/** The URLs of a post in its old system, as that system wrote them and not checked yet. */
export interface OldAddresses {
  /** Written by the author (`permalink`, `url`, `path`), or computed from the system's pattern. */
  permalink?: string
  /** The permalink is written in the post. */
  written: boolean
  /** Possible URLs if the old site's time zone is unknown: used only if no other post claims them. */
  likely: string[]
  /** Written by the author under `aliases` and similar keys. */
  aliases: string[]
}

/** The input for computing the old URLs of a post. */
export type Addressed = Pick<ReadPost, 'blog' | 'file' | 'fields'> & Partial<Pick<ReadPost, 'extra'>>

/** Finds the old URLs of a post, from its front matter and the rules of its system. */
export function findOldAddresses(post: Addressed): OldAddresses {
  const { fields, blog, extra } = post
  const aliases = fields.aliases ?? []
  const asked: PermalinkPost = {
    file: { ...post.file, inBlog: post.file.addressPath },
    fields,
    ...(extra && { extra }),
  }
  const { pageUrl, collection } = post.file
  if (fields.permalink !== undefined) {
    const [permalink = pageUrl ?? fields.permalink] = /:[a-z]/.test(fields.permalink)
      ? jekyllAddresses(fields.permalink, asked, blog.settings)
      : [fields.permalink]
    return { permalink, written: true, likely: [], aliases }
  }
  const ofCollection = collection?.pattern && jekyllAddresses(collection.pattern, asked, blog.settings)[0]
  const found =
    pageUrl === undefined ? (blog.record.permalinks?.(asked, blog.settings) ?? []) : [ofCollection || pageUrl]
  const [permalink, ...likely] = found.map((address) =>
    post.file.lang ? `/${post.file.lang}${address}` : address,
  )
  return { permalink, written: false, likely: [...likely, ...relativeAliases(post, aliases)], aliases }
}

/** Hugo treats an alias without a leading slash as a sibling of the page. */
function relativeAliases(post: Addressed, aliases: readonly string[]): string[] {
  const { contentFolders } = post.blog.settings
  if (contentFolders.length === 0) return []
  const folder = foldersOf(post, contentFolders).join('/')
  return aliases
    .filter((alias) => folder && !/^(?:\/|https?:)/.test(alias))
    .map((alias) => `/${folder}/${alias}`)
}
