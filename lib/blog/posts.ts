import type { Page as PageDocument, Post as PostDocument } from 'contentlayer/generated'
import { cache } from 'react'
import { instantOf } from '../dates'
import type { IndexedPage, IndexedPost } from '../model/content-index'
import type { Page, Post, PostSummary } from '../model/post'
import type { Rendered } from '../model/rendered'
import { pageUrl, postUrl } from '../urls/list-urls'
import { toImage } from './body/image'
import { readBody } from './body/resolve-body'
import { contentIndex } from './generated/content-index'
import { minutesToRead } from './reading-time'
import { site } from './site'
import { toTags } from './tag'
import { isPublished, isScheduled, showsDrafts } from './visibility'

// The only importer of Contentlayer's documents. Lazy: `_index.json` holds every text at once (250 MB for 5,000
// posts), so each text is a module of its own, read when its page is rendered.
const postDocuments = import.meta.glob<Stored<PostDocument>>(
  ['../../.contentlayer/generated/Post/*.json', '!../../.contentlayer/generated/Post/_index.json'],
  { import: 'default' },
)
const pageDocuments = import.meta.glob<Stored<PageDocument>>(
  ['../../.contentlayer/generated/Page/*.json', '!../../.contentlayer/generated/Page/_index.json'],
  { import: 'default' },
)

// A post that only forwards has no page; lib/blog/redirects.ts answers for it.
const published = contentIndex.posts
  .filter((post) => isPublished(post, site.timeZone) && !post.redirectTo)
  .sort(byDateThenTitle)
const summaries = published.map(toSummary)
const positions = new Map(published.map(({ slug }, position) => [slug, position]))

/** The published posts, newest first; those without a date last; of one moment by title. */
export function listPosts(): readonly PostSummary[] {
  return summaries
}

/** A published post with its text, or undefined. Read once for a page's metadata and its body. */
export const getPost = cache(async (slug: string): Promise<Post | undefined> => {
  const position = positions.get(slug) ?? -1
  const indexed = published[position]
  const summary = summaries[position]
  if (!indexed || !summary) return undefined
  const { body, _raw } = await load(postDocuments, 'Post', slug)
  return {
    ...summary,
    body: await readBody(body.html, indexed),
    toc: indexed.toc ? _raw.rendered.toc : [],
    lead: leadOf(indexed),
    canonical: indexed.canonical,
    features: indexed.features,
    newer: summaries[position - 1],
    older: summaries[position + 1],
    file: indexed.file,
  }
})

/** The pages of `content/pages`, by title. */
export function listPages(): { slug: string; url: string; title: string }[] {
  return publishedPages().map(({ slug, title }) => ({ slug, url: pageUrl(slug), title }))
}

/** A page of `content/pages` with its text, or undefined. */
export const getPage = cache(async (slug: string): Promise<Page | undefined> => {
  const indexed = publishedPages().find((page) => page.slug === slug)
  if (!indexed) return undefined
  const { body, _raw } = await load(pageDocuments, 'Page', slug)
  return {
    slug,
    url: pageUrl(slug),
    title: indexed.title,
    summary: indexed.summary ?? indexed.excerpt,
    updated: indexed.updated,
    lang: indexed.lang ?? site.language,
    draft: indexed.draft,
    image: toImage(indexed.image, indexed.pictures),
    body: await readBody(body.html, indexed),
    toc: indexed.toc ? _raw.rendered.toc : [],
    features: indexed.features,
    file: indexed.file,
  }
})

function publishedPages(): IndexedPage[] {
  return contentIndex.pages
    .filter(({ draft }) => !draft || showsDrafts())
    .sort((a, b) => a.title.localeCompare(b.title, site.language))
}

function toSummary(post: IndexedPost): PostSummary {
  return {
    slug: post.slug,
    url: postUrl(post.slug),
    title: post.title,
    date: post.date,
    updated: post.updated,
    summary: post.summary ?? post.preamble ?? post.excerpt,
    tags: toTags(post.tags),
    series: post.series,
    authors: post.authors.length > 0 ? post.authors : [site.author],
    lang: post.lang ?? site.language,
    draft: post.draft,
    scheduled: isScheduled(post, site.timeZone),
    minutes: post.readTime ? minutesToRead(post.words) : undefined,
    image: toImage(post.image, post.pictures),
  }
}

/** Many themes put the lead into the text, too: shown twice it reads like a mistake. */
function leadOf({ preamble, opening }: IndexedPost): string | undefined {
  return preamble && plain(preamble) !== plain(opening) ? preamble : undefined
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function byDateThenTitle(a: IndexedPost, b: IndexedPost): number {
  return (
    instant(b) - instant(a) || a.title.localeCompare(b.title, site.language) || (a.slug < b.slug ? -1 : 1)
  )
}

function instant({ date }: IndexedPost): number {
  // Finite, so that the difference of two posts without a date is 0 and not NaN.
  return date === undefined ? Number.MIN_SAFE_INTEGER : instantOf(date, site.timeZone)
}

async function load<Document>(
  documents: Record<string, () => Promise<Document>>,
  type: string,
  slug: string,
): Promise<Document> {
  // Contentlayer's file name for `posts/<slug>.md`, which never begins with a digit.
  const directory = type === 'Post' ? 'posts' : 'pages'
  const read = documents[`../../.contentlayer/generated/${type}/${directory}__${slug}.md.json`]
  if (!read)
    throw new Error(`Contentlayer has generated no ${type} “${slug}”. Run \`npm run generate\` again.`)
  return read()
}

/** `_raw` holds what the Markdown pipeline handed out in the same pass. */
type Stored<Document> = Document & { _raw: { rendered: Rendered } }
