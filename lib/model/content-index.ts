import type { Site, StagedPage, StagedPost } from './document'
import type { Rendered } from './rendered'

/**
 * `.quire/index.json`: what is known of every document, published or not, without its text. Lists, feeds and
 * addresses need only this; a text is read when its page is rendered (`lib/blog/posts.ts`).
 * Written by `lib/references/collect.ts`.
 */
export interface ContentIndex {
  site: IndexedSite
  posts: IndexedPost[]
  pages: IndexedPage[]
  /** Old addresses that no post claims, and the only post each can have meant. */
  guessedAddresses: Record<string, string>
}

export interface IndexedPost extends Omit<StagedPost, 'settings'>, Indexed {}

export interface IndexedPage extends Omit<StagedPage, 'settings'>, Indexed {}

export interface IndexedSite extends Site, Indexed {
  /** The home introduction, rendered. */
  introduction: string
}

/** What rendering and looking up found in a document. */
export interface Indexed extends Pick<Rendered, 'words' | 'excerpt' | 'opening' | 'features'>, References {
  /** The author's file, relative to the project. */
  file: string
  /** The name of its rendered text (`lib/build/texts`): another one for another text. */
  textKey: string
  /** The names of the snapshots that it may show. */
  snapshots: string[]
}

/** Where the addresses of a document lead, by the address in its HTML. */
export interface References {
  /** Present address of each link that does not stay as written; empty where a name leads nowhere. */
  links: Record<string, string>
  /** What is known of each picture and file of our own. */
  pictures: Record<string, LocatedPicture>
}

/** A file of the author's as it is served. Sizes in CSS pixels; absent for what is no picture. */
export interface LocatedPicture {
  url: string
  width?: number
  height?: number
}
