import type { Root } from 'hast'
import type { Person } from './document'
import type { Feature, TocEntry } from './rendered'

/** What lists, feeds and metadata know about a post: everything but its text. */
export interface PostSummary {
  slug: string
  /** Root-relative address of the page: `/posts/<slug>`. */
  url: string
  title: string
  /** As the author wrote it: `2022-05-08` or a wall time with its offset. `lib/dates.ts` shows it. */
  date?: string
  updated?: string
  /** Front matter's summary, else its preamble, else the excerpt. Plain text. Empty where the post has no text. */
  summary: string
  tags: Term[]
  categories: Term[]
  series?: string
  authors: Person[]
  /** Shown first on the home page. */
  pinned: boolean
  /** Names the posts that are translations of one another. */
  translationKey?: string
  lang: string
  draft: boolean
  /** Dated after the moment of the build. */
  scheduled: boolean
  /** Minutes to read; absent where the author does not want it shown. */
  minutes?: number
  image?: Image
  /** Its likes or views are shown. Absent where neither is counted. */
  reactions?: true
}

/** A post with its text: what a page needs, complete, so that components never ask for more. */
export interface Post extends PostSummary {
  /** The text with its links and pictures resolved. */
  body: Root
  /** Empty where the author wants no contents or there are none. */
  toc: TocEntry[]
  /** The preamble, only where it says something else than the opening paragraph. Plain text. */
  lead?: string
  /** The address search engines should prefer, where it is not this page. */
  canonical?: string
  features: Feature[]
  /** The neighbours in time. */
  newer?: PostSummary
  older?: PostSummary
  /** The author's file, relative to the project: `content/posts/a.md`. */
  file: string
}

/** A page of `content/pages`: `/about`. */
export interface Page {
  slug: string
  url: string
  title: string
  summary: string
  updated?: string
  lang: string
  draft: boolean
  image?: Image
  body: Root
  toc: TocEntry[]
  features: Feature[]
  file: string
}

/** A picture with the address it is served from. Sizes in CSS pixels; absent for one on another host. */
export interface Image {
  url: string
  width?: number
  height?: number
  alt: string
}

/** What posts are filed under: a tag, a category, a series, an author. */
export interface Term {
  /** As shown. */
  name: string
  slug: string
  /** Root-relative, of its list: `/tags/<slug>`. */
  url: string
}

export interface TermCount extends Term {
  /** Number of posts. */
  count: number
}
