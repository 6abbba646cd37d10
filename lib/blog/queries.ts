import type { Root } from 'hast'
import type { Metadata } from 'next'
import type { IndexedSite } from '../model/content-index'
import type { Image, Page, Post, PostSummary, Term } from '../model/post'
import type { PreviewChanges } from './changes'
import type { Lists } from './lists/lists'
import type { Part } from './lists/series'
import type { Description } from './machines/metadata'
import type { Drawn } from './machines/share-images'
import type { Preview } from './preview'

/** The queries of a blog. */
export interface Blog {
  /** `content/site.yaml`, validated and complete. */
  site: IndexedSite
  /** What a preview was built from; undefined in the published site and in `dev`. */
  preview?: Preview
  /** What the branch of a preview changes; undefined if this is no preview, or nobody knows. */
  listChanges(): PreviewChanges | undefined
  /** The published posts in all languages, newest first; those without a date last; posts of the same moment by title. */
  listPosts(): readonly PostSummary[]
  /** A published post with its text, or undefined. */
  getPost(slug: string): Promise<Post | undefined>
  /**
   * Everything the page of a post shows in addition to the site: `lib/delivery/kept-pages` renders the page again only
   * if one of these differs, so the page uses nothing else.
   */
  getPostPage(slug: string): Promise<PostPage | undefined>
  /** The published pages of `content/pages`, by title. */
  listPages(): { slug: string; url: string; title: string }[]
  /** A published page with its text, or undefined. */
  getPage(slug: string): Promise<Page | undefined>
  /** The lists of the main language; of all posts if the blog has one language. */
  lists: Lists
  /** The lists of each language with posts, the main one first; one entry if the blog has one language. */
  listSections(): readonly Lists[]
  /** What the URLs of the lists in the language of a document begin with: empty in the main language, else `/de`. */
  prefixOf(document: Pick<PostSummary, 'lang'>): string
  /** A post in all its languages, including its own; fewer than two if it is not translated. */
  listTranslations(post: Pick<PostSummary, 'translationKey'>): PostSummary[]
  /** Posts with similar content, the most similar first. */
  listRelated(post: Pick<PostSummary, 'url'>): PostSummary[]
  /** The introduction of the home page; without children if the author wrote none. */
  readIntroduction(): Promise<Root>
  /** Every old URL that this build redirects, decoded, and its target. */
  listRedirects(): Map<string, string>
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
  /** Every share image that can be requested. */
  listShareImages(): Drawn[]
}

export interface PostPage {
  /** What the URLs of the lists in its language begin with. */
  prefix: string
  post: Post
  part?: Part
  authors: Term[]
  translations: PostSummary[]
  related: PostSummary[]
}
