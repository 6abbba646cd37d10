import type { TermKind } from './term-lists'
import type { TermPosts } from './terms'

/**
 * Where old sites had the lists of posts by tag and category, and where these are now.
 * @param isImported the posts come from another system, so that its URLs are worth a redirect
 * @returns present URLs by old ones, decoded
 */
export function oldTermUrls(terms: TermGroups, isImported: boolean): Map<string, string> {
  const urls = new Map<string, string>(isImported ? OLD_LISTS : [])
  for (const kind of ['tags', 'categories', 'authors'] as const) {
    const slugs = terms[kind]
    for (const { term } of slugs.values()) {
      for (const spelling of spellingsOf(term.name)) {
        if (!slugs.has(spelling)) setOnce(urls, `/${kind}/${spelling}`, term.url)
        if (isImported) for (const base of OLD_BASES[kind]) setOnce(urls, `${base}/${spelling}`, term.url)
      }
      if (isImported) for (const base of OLD_BASES[kind]) urls.set(`${base}/${term.slug}`, term.url)
    }
  }
  return urls
}

/** What systems make of a name: as written, in lower case, with hyphens for blanks, or with hyphens for all else. */
function spellingsOf(name: string): string[] {
  const normal = name.normalize('NFC')
  const lower = normal.toLowerCase()
  const spellings = [
    normal,
    lower,
    normal.replace(/\s+/g, '-'),
    lower.replace(/\s+/g, '-'),
    lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, ''),
  ]
  return [...new Set(spellings)].filter(
    (each) => each !== '' && !/[/?#\\%]/.test(each) && !/^\.+$/.test(each),
  )
}

function setOnce(urls: Map<string, string>, path: string, url: string): void {
  if (!urls.has(path)) urls.set(path, url)
}

/** The bases of Ghost, WordPress, Jekyll's archives and Octopress. Hugo, Hexo and Zola have the same ones as this site. */
const OLD_BASES: Readonly<Record<TermKind, readonly string[]>> = {
  tags: ['/tag', '/blog/tag', '/blog/tags'],
  categories: ['/category', '/blog/category', '/blog/categories'],
  authors: ['/author'],
}

const OLD_LISTS: readonly [string, string][] = [
  ['/tag', '/tags'],
  ['/categories', '/tags'],
  ['/category', '/tags'],
  ['/archive', '/posts'],
  ['/archives', '/posts'],
  ['/blog/archives', '/posts'],
]

/** Posts by the slug of what they are filed under. */
export type TermGroups = Readonly<Record<TermKind, ReadonlyMap<string, TermPosts>>>
