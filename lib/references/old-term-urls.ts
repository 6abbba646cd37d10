import { dialectOf } from '../dialects/dialects'
import type { OldTermUrls } from '../model/content-index'
import { readAddress } from '../urls/normalize-path'

/** The URLs of the list of one term in an imported blog, as its configuration and its system's spelling made them. */
export function termUrlsIn(name: string, kind: 'tags' | 'categories', blog: OldTermUrls): string[] {
  const slug = (dialectOf(blog.dialect).termSlug ?? hyphenate)(name)
  // The slug is passed as a function: in a replacement string, `$&` has a special meaning.
  const urls = (blog[kind] ?? []).map((url) => url.replace(':term', () => slug))
  return slug === ''
    ? []
    : urls.map((url) => readAddress(url)).flatMap((read) => ('path' in read ? read.path : []))
}

/** How systems spell a name in URLs: as written, in lower case, or with hyphens for spaces or for all other characters. */
export function spellingsOf(name: string): string[] {
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

/** Bases that are redirected even without an imported configuration: those of Ghost, WordPress, Jekyll's archives and Octopress. */
export const OLD_TERM_BASES = {
  tags: ['/tag', '/blog/tag', '/blog/tags'],
  categories: ['/category', '/blog/category', '/blog/categories'],
  authors: ['/author'],
} as const

/**
 * Every old URL of a list of posts by tag or category, each of which redirects to the list here.
 * @param posts those that readers see: the term of a draft has no list
 */
export function listOldTermUrls(
  posts: readonly { tags: readonly string[]; categories?: readonly string[] }[],
  blogs: readonly OldTermUrls[],
): Set<string> {
  const urls = new Set<string>()
  if (blogs.length === 0) return urls
  for (const kind of ['tags', 'categories'] as const) {
    for (const name of new Set(posts.flatMap((post) => post[kind] ?? []))) {
      for (const url of blogs.flatMap((blog) => termUrlsIn(name, kind, blog))) urls.add(url)
      for (const base of OLD_TERM_BASES[kind])
        for (const spelling of spellingsOf(name)) urls.add(`${base}/${spelling}`)
    }
  }
  return urls
}

function hyphenate(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
