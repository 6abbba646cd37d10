import { dialectOf } from '../../dialects/dialects'
import type { OldTermUrls } from '../../model/content-index'
import { readAddress } from '../../urls/normalize-path'
import { isReserved, OLD_LISTS } from '../../urls/reserved-paths'
import type { TermKind } from './term-lists'
import type { TermPosts } from './terms'

/**
 * Maps the old URLs of lists of posts by tag and category to the current ones.
 * @param options.isImported whether posts come from another system, so that its URLs are worth a redirect
 * @param options.blogs the URLs that the configurations of imported blogs give
 * @returns current URLs by old ones, decoded
 */
export function redirectTerms(
  terms: TermGroups,
  { isImported, blogs }: { isImported: boolean; blogs: readonly OldTermUrls[] },
): Map<string, string> {
  const urls = new Map<string, string>(isImported ? OLD_LISTS : [])
  for (const kind of ['tags', 'categories', 'authors'] as const) {
    const slugs = terms[kind]
    for (const { term } of slugs.values()) {
      for (const url of kind === 'authors' ? [] : blogs.flatMap((blog) => urlsOf(term.name, kind, blog))) {
        if (isFree(url, terms)) setOnce(urls, url, term.url)
      }
      for (const spelling of spellingsOf(term.name)) {
        if (!slugs.has(spelling)) setOnce(urls, `/${kind}/${spelling}`, term.url)
        if (isImported) for (const base of OLD_BASES[kind]) setOnce(urls, `${base}/${spelling}`, term.url)
      }
      if (isImported) for (const base of OLD_BASES[kind]) urls.set(`${base}/${term.slug}`, term.url)
    }
  }
  return urls
}

/** The URLs of a term in an imported blog, as its configuration and its system's spelling made them. */
function urlsOf(name: string, kind: 'tags' | 'categories', blog: OldTermUrls): string[] {
  const slug = (dialectOf(blog.dialect).termSlug ?? hyphenate)(name)
  // The slug is passed as a function: in a replacement string, `$&` has a special meaning.
  const urls = (blog[kind] ?? []).map((url) => url.replace(':term', () => slug))
  return slug === ''
    ? []
    : urls.map((url) => readAddress(url)).flatMap((read) => ('path' in read ? read.path : []))
}

/** Whether the site itself does not use the URL. A list that does not exist is free. */
function isFree(url: string, terms: TermGroups): boolean {
  const [, kind, slug] = /^\/(tags|categories)\/([^/]+)$/.exec(url) ?? []
  if ((kind === 'tags' || kind === 'categories') && slug !== undefined) return !terms[kind].has(slug)
  return !isReserved(url)
}

/** How systems spell a name in URLs: as written, in lower case, or with hyphens for spaces or for all other characters. */
function spellingsOf(name: string): string[] {
  const normal = name.normalize('NFC')
  const lower = normal.toLowerCase()
  const spellings = [
    normal,
    lower,
    normal.replace(/\s+/g, '-'),
    lower.replace(/\s+/g, '-'),
    hyphenate(normal),
  ]
  return [...new Set(spellings)].filter(
    (each) => each !== '' && !/[/?#\\%]/.test(each) && !/^\.+$/.test(each),
  )
}

function hyphenate(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function setOnce(urls: Map<string, string>, path: string, url: string): void {
  if (!urls.has(path)) urls.set(path, url)
}

/** Bases that are redirected even without an imported configuration: those of Ghost, WordPress, Jekyll's archives and Octopress. */
const OLD_BASES: Readonly<Record<TermKind, readonly string[]>> = {
  tags: ['/tag', '/blog/tag', '/blog/tags'],
  categories: ['/category', '/blog/category', '/blog/categories'],
  authors: ['/author'],
}

/** Posts by the slug of their term. */
export type TermGroups = Readonly<Record<TermKind, ReadonlyMap<string, TermPosts>>>
