import type { Feed } from 'feed'
import type { Root } from 'hast'
import type { Metadata } from 'next'
import type { ContentIndex, IndexedSite } from '../model/content-index'
import type { Page, Post, PostSummary, TagCount } from '../model/post'
import { pageUrl } from '../urls/list-urls'
import { type BodySources, readBody } from './body/resolve-body'
import { createFeed } from './feed'
import { type Description, describeDocument, describePage, describePost } from './metadata'
import { readPage, selectPages } from './pages'
import { readPost, selectPosts } from './posts'
import { type Preview, previewOf } from './preview'
import { resolveRedirects } from './redirects'
import { groupBySeries, type Part, partsOf, type SeriesPosts } from './series'
import { countTags, groupByTag, type TaggedPosts } from './tags'

/**
 * Every query of the published blog, as functions of what was generated. Nothing here reads a clock, a file or the
 * environment of the process: `lib/blog/blog.ts` makes the one instance that pages use.
 * @param index what is known of every document, published or not
 * @param options.now milliseconds since 1970: what is dated later is scheduled
 * @param options.environment as in `process.env`: decides whether drafts are shown
 * @param options.sources where texts and snapshots are read from, when they are needed
 */
export function createBlog(index: ContentIndex, { now, environment, sources }: BlogOptions): Blog {
  const { site } = index
  const moment = { now, environment, timeZone: site.timeZone }
  const posts = selectPosts(index.posts, site, moment)
  const pages = selectPages(index.pages, site, moment)
  const tags = groupByTag(posts.summaries)
  const tagCounts = countTags(tags)
  const series = groupBySeries(posts.summaries)
  const parts = partsOf(series)

  const getPost = (slug: string) => readPost(posts, slug, sources)
  const getPage = async (slug: string) => {
    const indexed = pages.find((page) => page.slug === slug)
    return indexed && readPage(indexed, site, sources)
  }

  return {
    site,
    preview: previewOf(environment),
    listPosts: () => posts.summaries,
    getPost,
    listPages: () => pages.map(({ slug, title }) => ({ slug, url: pageUrl(slug), title })),
    getPage,
    listTags: () => tagCounts,
    getTag: (slug) => tags.get(slug),
    listSeries: () => [...series.values()],
    getSeries: (slug) => series.get(slug),
    partOf: ({ slug }) => parts.get(slug),
    readIntroduction: () => readBody(site.introduction, site, sources.findSnapshot),
    listRedirects: () => resolveRedirects(index, moment),
    createFeed: () => createFeed(site, posts.summaries, getPost),
    describePage: (description) => describePage(site, description),
    describePost: (post) => describePost(site, post),
    describeDocument: (page) => describePage(site, describeDocument(page)),
  }
}

export interface Blog {
  /** `content/site.yaml`, validated and complete. */
  site: IndexedSite
  /** What a preview was built from; undefined in the published site and in `dev`. */
  preview?: Preview
  /** The published posts, newest first; those without a date last; of one moment by title. */
  listPosts(): readonly PostSummary[]
  /** A published post with its text, or undefined. */
  getPost(slug: string): Promise<Post | undefined>
  /** The published pages of `content/pages`, by title. */
  listPages(): { slug: string; url: string; title: string }[]
  /** A published page with its text, or undefined. */
  getPage(slug: string): Promise<Page | undefined>
  /** Every tag with its number of posts, the most used first, then by name. */
  listTags(): readonly TagCount[]
  /** A tag and its posts, newest first; undefined where no published post has it. */
  getTag(slug: string): TaggedPosts | undefined
  /** Every series with its posts, in the order of the newest post. */
  listSeries(): SeriesPosts[]
  /** A series and its posts, oldest first; undefined where no published post belongs to it. */
  getSeries(slug: string): SeriesPosts | undefined
  /** Which part of its series a post is; undefined where it belongs to none. */
  partOf(post: Pick<PostSummary, 'slug'>): Part | undefined
  /** The introduction of the home page; without children where the author wrote none. */
  readIntroduction(): Promise<Root>
  /** Every old URL that this build answers, decoded, and where it leads. */
  listRedirects(): Map<string, string>
  /** The feed of the newest posts. */
  createFeed(): Promise<Feed>
  /** What a page says about itself in its head. */
  describePage(description: Description): Metadata
  describePost(post: Post): Metadata
  describeDocument(page: Page): Metadata
}

interface BlogOptions {
  now: number
  environment: Record<string, string | undefined>
  sources: BodySources
}
