import type { OldTermUrls } from '../../model/content-index'
import { OLD_TERM_BASES, spellingsOf, termUrlsIn } from '../../references/old-term-urls'
import { isReserved, OLD_LISTS } from '../../urls/reserved-paths'
import type { TermKind } from './term-lists'
import type { TermPosts } from './terms'

/**
 * Maps the old URLs of lists of posts by tag and category to the current ones.
 * @param options.isImported whether posts come from another system, so that its spellings of URLs are worth a redirect;
 *   without it only `/tag/x`, `/category/x` and `/author/x` are
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
      for (const url of kind === 'authors'
        ? []
        : blogs.flatMap((blog) => termUrlsIn(term.name, kind, blog))) {
        if (isFree(url, terms)) setOnce(urls, url, term.url)
      }
      for (const spelling of spellingsOf(term.name)) {
        if (!slugs.has(spelling)) setOnce(urls, `/${kind}/${spelling}`, term.url)
        if (isImported)
          for (const base of OLD_TERM_BASES[kind]) setOnce(urls, `${base}/${spelling}`, term.url)
      }
      for (const base of isImported ? OLD_TERM_BASES[kind] : OLD_TERM_BASES[kind].slice(0, 1))
        urls.set(`${base}/${term.slug}`, term.url)
    }
  }
  return urls
}

/** Whether the site itself does not use the URL. A list that does not exist is free. */
function isFree(url: string, terms: TermGroups): boolean {
  const [, kind, slug] = /^\/(tags|categories)\/([^/]+)$/.exec(url) ?? []
  if ((kind === 'tags' || kind === 'categories') && slug !== undefined) return !terms[kind].has(slug)
  return !isReserved(url)
}

function setOnce(urls: Map<string, string>, path: string, url: string): void {
  if (!urls.has(path)) urls.set(path, url)
}

/** Posts by the slug of their term. */
export type TermGroups = Readonly<Record<TermKind, ReadonlyMap<string, TermPosts>>>
