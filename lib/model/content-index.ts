import type { Site, StagedPage, StagedPost } from './document'
import type { Rendered } from './rendered'
import type { TermUrls } from './term-urls'

/**
 * `.quire/index.json`: what is known about every document, published or not, without its body. Lists, feeds and
 * URLs only need this; a body is read when its page is rendered (`lib/blog/posts.ts`).
 * Written by `lib/references/collect.ts`.
 */
export interface ContentIndex {
  site: IndexedSite
  posts: IndexedPost[]
  pages: IndexedPage[]
  /** Old URLs that no post declares, each with the only post it can refer to. */
  guessedAddresses: Record<string, string>
  /** Old URLs that lead to a list here or to another site, and where to. */
  movedUrls: Record<string, string>
  /** Where imported blogs listed the posts of a tag or category. */
  oldTermUrls: OldTermUrls[]
}

/** The lists of one imported blog. */
export interface OldTermUrls extends TermUrls {
  /** Decides how terms are spelled in its URLs. */
  dialect: string
}

export interface IndexedPost extends Omit<StagedPost, 'settings'>, Indexed {}

export interface IndexedPage extends Omit<StagedPage, 'settings'>, Indexed {}

export interface IndexedSite extends Site, Indexed {
  /** The home introduction, rendered. */
  introduction: string
}

/** What rendering and resolving references found in a document. */
export interface Indexed extends Pick<Rendered, 'words' | 'excerpt' | 'opening' | 'features'>, References {
  /** The source file, relative to the project. */
  file: string
  /** The name of its rendered text (`lib/build/texts`): another one for another text. */
  textKey: string
  /** The names of the snapshots that it may show. */
  snapshots: string[]
}

/** What the URLs of a document resolve to, by the URL in its HTML. */
export interface References {
  /** Current URL of each link that does not stay as written; empty if the link is broken. */
  links: Record<string, string>
  /** What is known about each image and file of this site. */
  pictures: Record<string, LocatedPicture>
}

/** A file of the author as it is served. Sizes in CSS pixels; absent for files that are not images. */
export interface LocatedPicture {
  url: string
  width?: number
  height?: number
}
