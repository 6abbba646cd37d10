import type { Rendered } from './markdown/rendered'
import type { Site, StagedPage, StagedPost } from './source/document'

/**
 * `.quire/index.json`: what is known of every document, published or not, without its text. Lists, feeds and
 * addresses need only this; a text is read when its page is rendered (`lib/posts.ts`).
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

/** The index of this build. Throws where there is none: `npm run generate` writes it. */
export const contentIndex: ContentIndex = readIndex()

function readIndex(): ContentIndex {
  const [index] = Object.values(
    import.meta.glob<ContentIndex>('../.quire/index.json', { eager: true, import: 'default' }),
  )
  if (!index) throw new Error('There is no .quire/index.json. Run `npm run generate` first.')
  return index
}
