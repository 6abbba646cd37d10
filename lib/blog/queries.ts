import type { Feed } from 'feed'
import type { Root } from 'hast'
import type { Metadata } from 'next'
import type { IndexedSite } from '../model/content-index'
import type { Image, Page, Post, PostSummary, Term, TermCount } from '../model/post'
import type { PreviewChanges } from './changes'
import type { ListPage } from './lists/pagination'
import type { Part, SeriesPosts } from './lists/series'
import type { FeedKind, TermKind, TermList } from './lists/term-lists'
import type { YearPosts } from './lists/years'
import type { Description } from './machines/metadata'
import type { Drawn } from './machines/share-images'
import type { Preview } from './preview'

export interface Blog {
  /** `content/site.yaml`, validated and complete. */
  site: IndexedSite
  /** What a preview was built from; undefined in the published site and in `dev`. */
  preview?: Preview
  /** What the branch of a preview changes; undefined if this is no preview, or nobody knows. */
  listChanges(): PreviewChanges | undefined
  /** The published posts, newest first; those without a date last; posts of the same moment by title. */
  listPosts(): readonly PostSummary[]
  /** A published post with its text, or undefined. */
  getPost(slug: string): Promise<Post | undefined>
  /**
   * All that the page of a post shows beside the site: `lib/delivery/kept-pages` renders the page again only where one of
   * these differs, so the page asks for nothing else.
   */
  getPostPage(slug: string): Promise<PostPage | undefined>
  /** The published pages of `content/pages`, by title. */
  listPages(): { slug: string; url: string; title: string }[]
  /** A published page with its text, or undefined. */
  getPage(slug: string): Promise<Page | undefined>
  /** The posts that the author has pinned, in the order of lists. */
  listPinned(): PostSummary[]
  /** Every tag with its number of posts, the most used first, then by name. */
  listTags(): readonly TermCount[]
  listCategories(): readonly TermCount[]
  /** Every author with a list: none in a blog of one author. */
  listAuthors(): TermCount[]
  /** The authors of a post that have a list. */
  authorsOf(post: PostSummary): Term[]
  listTermSlugs(kind: TermKind): string[]
  /**
   * A page of the posts filed under a term, newest first.
   * @param number as in the URL; absent for the newest page
   * @returns undefined if no published post belongs to it
   */
  getTermList(kind: TermKind, slug: string, number?: string): TermList | undefined
  /** All posts in pages, the newest first; there is always one. */
  paginatePosts(): ListPage<PostSummary>[]
  /** A page of all posts by its number in the URL; undefined for the newest, which has none. */
  findPostsPage(number: string): ListPage<PostSummary> | undefined
  /** Every year with a dated post, newest first. */
  listYears(): YearPosts[]
  getYear(year: string): YearPosts | undefined
  /** Every series with its posts, in the order of the newest post. */
  listSeries(): SeriesPosts[]
  /** A series and its posts, oldest first; undefined if no published post belongs to it. */
  getSeries(slug: string): SeriesPosts | undefined
  /** A post in all its languages, its own too; fewer than two where it is not translated. */
  listTranslations(post: Pick<PostSummary, 'translationKey'>): PostSummary[]
  /** Posts with similar content, the most similar first. */
  listRelated(post: Pick<PostSummary, 'url'>): PostSummary[]
  /** Which part of its series a post is; undefined if it belongs to none. */
  partOf(post: Pick<PostSummary, 'slug'>): Part | undefined
  /** The introduction of the home page; without children where the author wrote none. */
  readIntroduction(): Promise<Root>
  /** Every old URL that this build redirects, decoded, and its target. */
  listRedirects(): Map<string, string>
  /** The slugs of what has feeds of its own. */
  listFeedTerms(kind: FeedKind): string[]
  /**
   * The feed of the newest posts: of all, or of those of one tag, category, author or series.
   * @returns undefined if no published post belongs to it
   */
  createFeed(kind?: FeedKind, slug?: string): Promise<Feed | undefined>
  /** The metadata in the head of a page. */
  describePage(description: Description): Metadata
  describePost(post: Post): Metadata
  describeDocument(page: Page): Metadata
  /** The picture that a post is shared with: the author's own, else a drawn one. */
  shareImageOf(post: PostSummary): Image | undefined
  /**
   * What a share image shows, by its root-relative URL.
   * @returns undefined for any URL that no published page uses
   */
  findShareImage(url: string): Drawn | undefined
  /** Every share image that can be asked for. */
  listShareImages(): Drawn[]
}

export interface PostPage {
  post: Post
  part?: Part
  authors: Term[]
  translations: PostSummary[]
  related: PostSummary[]
}
