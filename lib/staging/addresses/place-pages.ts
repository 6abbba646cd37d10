import { decodePercent } from '../../urls/decode'
import { canonicalPath, readAddress } from '../../urls/normalize-path'
import { isReserved, isReservedPageSlug, OLD_LISTS } from '../../urls/reserved-paths'
import { slugify } from '../../urls/slug'
import type { Blog } from '../blogs/blog'
import { replacingList } from '../blogs/list-pages'
import type { ReadPost } from '../opened-post'
import { emptyPage } from '../post-problems'
import type { AssignedSlugs } from './assign-slugs'
import { firstUsable, isFileName } from './assign-slugs'
import { badAddress, type ClaimedAddresses } from './claim-addresses'
import { findOldAddresses } from './old-addresses'

/** Where the pages of imported blogs are, and what their lists redirect to. */
export interface PlacedPages {
  pages: Map<ReadPost, PagePlace>
  /** Old URLs of each blog that lead to something else than a document of its own: a list here, another site. */
  moved: Map<Blog, Record<string, string>>
  problems: AssignedSlugs['problems']
}

export interface PagePlace {
  slug: string
  /** Its URL in the old system, if it is not `/<slug>`. */
  permalink?: string
  aliases: string[]
  /** Its URL in the old system, even if it cannot redirect because the site uses it: links by it still work. */
  oldUrl?: string
}

/**
 * Gives the pages of imported blogs their URLs: `/about` stays where it is, `/docs/about` becomes `/about` or, if that is
 * taken, `/docs-about`, and redirects. The author's own pages and the old URLs of posts come first.
 * @param own the slugs of the author's own pages
 * @param claims the old URLs of posts
 * @param languages of posts: their first segments belong to the lists of these languages
 */
export function placePages(
  imported: readonly ReadPost[],
  blogs: readonly Blog[],
  own: AssignedSlugs['slugs'],
  claims: ClaimedAddresses['claims'],
  languages: ReadonlySet<string>,
): PlacedPages {
  const placed: PlacedPages = { pages: new Map(), moved: new Map(), problems: [] }
  const slugs = new Set(own.values())
  const owners = new Map<string, ReadPost>()
  for (const [post, { permalink, aliases }] of claims)
    for (const address of [permalink, ...aliases]) if (address) owners.set(address, post)

  const isFree = (path: string) =>
    !owners.has(path) && !isReserved(path) && !slugs.has(decodePercent(path.slice(1)))
  function move(blog: Blog, written: string, target: string): void {
    const reading = readAddress(written, blog.settings.base)
    if ('wrong' in reading || !isFree(reading.path) || reading.path === canonicalPath(target)) return
    const moved = placed.moved.get(blog) ?? {}
    moved[reading.path] ??= target
    placed.moved.set(blog, moved)
  }
  /** The layout of a page without a text lists the posts below its URL: `/en/news/` for `/en/news/2020/05/a`. */
  function isAbovePosts(written: string, { settings }: Blog): boolean {
    const reading = readAddress(written, settings.base)
    return 'path' in reading && [...owners.keys()].some((path) => path.startsWith(`${reading.path}/`))
  }
  const kept = imported.filter((page) => {
    const elsewhere = page.fields.redirectTo ?? refreshTarget(page.body)
    const found = elsewhere ?? replacingList(page)
    if (found === undefined) return true
    const { permalink = '' } = findOldAddresses(page)
    const list = found === '' && isAbovePosts(permalink, page.blog) ? '/posts' : found
    if (list !== '') move(page.blog, permalink, list)
    if (elsewhere === undefined) placed.problems.push(emptyPage(page.file, list))
    return false
  })

  for (const page of kept) {
    const { permalink: written = '' } = findOldAddresses(page)
    const reading = readAddress(written, page.blog.settings.base)
    const old = 'path' in reading ? reading.path : undefined
    const isUsable = (slug: string) =>
      isFileName(slug) &&
      !slugs.has(slug) &&
      !languages.has(slug) &&
      !isReservedPageSlug(slug) &&
      !owners.has(`/${slug}`)
    const slug = firstUsable(namesOf(page, old), isUsable)
    slugs.add(slug)
    placed.pages.set(page, { slug, aliases: [], ...(old !== undefined && { oldUrl: old }) })
  }
  for (const [page, place] of placed.pages) {
    const { permalink: written = '', aliases } = findOldAddresses(page)
    const claim = (address: string): string[] => {
      const reading = readAddress(address, page.blog.settings.base)
      if ('wrong' in reading) {
        placed.problems.push(badAddress(page, address, reading.wrong, true))
        return []
      }
      if (reading.path === `/${place.slug}` || !isFree(reading.path)) return []
      owners.set(reading.path, page)
      return [reading.path]
    }
    const [permalink] = claim(written)
    place.aliases = aliases.flatMap(claim)
    if (permalink !== undefined) place.permalink = permalink
  }
  for (const blog of blogs) {
    for (const [url, target] of Object.entries(blog.movedUrls ?? {})) move(blog, url, target)
    const lists = [...(blog.record.listUrls?.(blog.config) ?? []), ...sectionsOf(blog)].map(
      (url) => [url, '/posts'] as const,
    )
    for (const [url, target] of [...lists, ...OLD_LISTS]) move(blog, url, target)
    if (blog.settings.base) move(blog, blog.settings.base, '/')
  }
  return placed
}

/** Where a page leads to that has a `<meta http-equiv="refresh">`. */
function refreshTarget(body: string): string | undefined {
  return /<meta\b[^>]*http-equiv=["']?refresh["']?[^>]*?\burl=\s*["']?([^"'\s>]+)/i.exec(body)?.[1]
}

/** `c`, `b-c` and `a-b-c` for `/a/b/c`, last a name that no other page wants. */
function namesOf({ file, fields }: ReadPost, old: string | undefined): string[] {
  const segments = (old ?? `/${file.name}`).split('/').filter(Boolean).map(slugify).filter(Boolean)
  const names = segments.map((_, index) => segments.slice(-1 - index).join('-'))
  const last = names.at(-1) || slugify(fields.title) || 'page'
  return [...names, `${last}-page`]
}

/** Systems that list the posts of each folder do so at its URL. */
function sectionsOf({ record, posts, settings }: Blog): string[] {
  if (!record.hasBundles) return []
  const sections = posts.flatMap(({ addressPath, lang }) => {
    const folder = settings.contentFolders.find((each) => addressPath.startsWith(`${each}/`)) ?? 'content'
    const [, section] = /^([^/]+)\/./.exec(addressPath.slice(folder.length + 1)) ?? []
    return section ? [lang ? `/${lang}/${section}` : `/${section}`] : []
  })
  return [...new Set(sections)]
}
