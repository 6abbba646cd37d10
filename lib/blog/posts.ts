import { instantOf } from '../dates'
import type { IndexedPost, IndexedSite } from '../model/content-index'
import type { Post, PostSummary } from '../model/post'
import { isPublished, type Moment } from '../visibility'
import type { BodySources } from './body/resolve-body'
import { readBody } from './body/resolve-body'
import { listLanguage, prefixesOf } from './lists/languages'
import { toSummary } from './summary'
import { readThread } from './thread'

/**
 * The published posts of a blog, newest first; those without a date last; posts of the same moment by title.
 * A post that only redirects has no page: lib/blog/redirects.ts handles it.
 */
export function selectPosts(posts: readonly IndexedPost[], site: IndexedSite, moment: Moment): Posts {
  const published = posts
    .filter((post) => isPublished(post, moment) && !post.redirectTo)
    .sort(byDateThenTitle(site))
  const prefixes = prefixesOf(
    published.map(({ lang = site.language }) => lang),
    site.language,
  )
  const languages = published.map(({ lang = site.language }) => listLanguage(lang))
  return {
    published,
    prefixes,
    languages,
    summaries: published.map((post, at) => toSummary(post, site, moment, prefixes.get(languages[at] ?? ''))),
    positions: new Map(published.map(({ slug }, position) => [slug, position])),
  }
}

/** A published post with its text and its neighbors in its language, or undefined. */
export async function readPost(
  { published, summaries, positions, languages }: Posts,
  slug: string,
  sources: BodySources,
): Promise<Post | undefined> {
  const position = positions.get(slug) ?? -1
  const indexed = published[position]
  const summary = summaries[position]
  if (!indexed || !summary) return undefined
  const { html, toc } = await sources.readText(indexed.textKey)
  return {
    ...summary,
    body: await readBody(html, indexed, sources.findSnapshot),
    toc: indexed.toc ? toc : [],
    lead: leadOf(indexed),
    canonical: indexed.canonical,
    features: indexed.features,
    thread: await readThread(indexed.thread, sources.findSnapshot),
    newer:
      position > 0 ? summaries[languages.lastIndexOf(languages[position] ?? '', position - 1)] : undefined,
    older: summaries[languages.indexOf(languages[position] ?? '', position + 1)],
    file: indexed.file,
  }
}

/** Many themes put the lead into the text, too: shown twice it reads like a mistake. */
function leadOf({ preamble, opening }: IndexedPost): string | undefined {
  return preamble && plain(preamble) !== plain(opening) ? preamble : undefined
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function byDateThenTitle({ language, timeZone }: IndexedSite) {
  const collator = new Intl.Collator(language)
  return (a: IndexedPost, b: IndexedPost): number =>
    instant(b, timeZone) - instant(a, timeZone) ||
    collator.compare(a.title, b.title) ||
    (a.slug < b.slug ? -1 : 1)
}

function instant({ date }: IndexedPost, timeZone: string): number {
  // Finite, so that the difference of two posts without a date is 0 and not NaN.
  return date === undefined ? Number.MIN_SAFE_INTEGER : instantOf(date, timeZone)
}

export interface Posts {
  /** In the order of lists. */
  published: readonly IndexedPost[]
  /** The same posts in the same order. */
  summaries: readonly PostSummary[]
  /** In which language's lists each of them is. */
  languages: readonly string[]
  /** The languages with separate lists, and the prefix of their URLs. */
  prefixes: ReadonlyMap<string, string>
  /** The place of each post in both, by slug. */
  positions: ReadonlyMap<string, number>
}
