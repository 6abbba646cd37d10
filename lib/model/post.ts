import type { Root } from 'hast'
import type { Person } from './document'
import type { Feature, TocEntry } from './rendered'

/** What lists, feeds and metadata need to know about a post: everything except its body. */
export interface PostSummary {
  slug: string
  /** Root-relative URL of the page: `/posts/<slug>`. */
  url: string
  title: string
  /** As the author wrote it: `2022-05-08` or a wall time with its offset. `lib/dates.ts` shows it. */
  date?: string
  updated?: string
  /** The summary from the front matter, else its preamble, else the excerpt. Plain text. Empty if the post has no text. */
  summary: string
  tags: Term[]
  categories: Term[]
  series?: string
  authors: Person[]
  /** Shown first on the home page. */
  pinned: boolean
  /** Identifies the posts that are translations of one another. */
  translationKey?: string
  lang: string
  draft: boolean
  /** Dated after the moment of the build. */
  scheduled: boolean
  /** Reading time in minutes; absent if the author does not want it shown. */
  minutes?: number
  image?: Image
  /** Likes or views are shown. Absent if neither is counted. */
  reactions?: true
}

/** A post with its body: everything a page needs, so that components make no further queries. */
export interface Post extends PostSummary {
  /** The body with its links and images resolved. */
  body: Root
  /** Empty if the author wants no table of contents or there are no headings. */
  toc: TocEntry[]
  /** The preamble, only if it differs from the first paragraph. Plain text. */
  lead?: string
  /** The URL that search engines should prefer, if it is not this page. */
  canonical?: string
  features: Feature[]
  /** Replies on another site, which are shown as comments. */
  thread?: ReplyThread
  /** The next older and newer posts. */
  newer?: PostSummary
  older?: PostSummary
  /** The source file, relative to the project: `content/posts/a.md`. */
  file: string
}

/** A post on another site, and the replies to it. */
export interface ReplyThread {
  url: string
  /** `bsky.app`. */
  host: string
  replies: ThreadReply[]
}

/** A reply, with the replies to it and to those: there are two levels. */
export interface ThreadReply {
  url: string
  name: string
  authorUrl?: string
  /** Wall time of the site. */
  date?: string
  lang?: string
  text: { text: string; url?: string }[]
  answers: ThreadReply[]
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

/** An image with the URL it is served from. Sizes in CSS pixels; absent for images on another host. */
export interface Image {
  url: string
  width?: number
  height?: number
  alt: string
}

/** What posts are grouped by: a tag, a category, a series, an author. */
export interface Term {
  /** As shown. */
  name: string
  slug: string
  /** Root-relative URL of its list: `/tags/<slug>`. */
  url: string
}

export interface TermCount extends Term {
  /** Number of posts. */
  count: number
}
