/**
 * The canonical shape of what an author wrote, whatever system it was written for: the front matter of a
 * staged file in `.quire/content`. Plain data, known to every room; the rules that fill it live in `lib/staging`.
 */

/** Where a staged document came from, so that every message names the author's own file and line. */
export interface Source {
  /** Relative to the project, forward slashes: `content/posts/a/index.md`. */
  file: string
  /** The line of the author's file on which the body's first line stands. Counted from 1. */
  bodyLine: number
  /** The system that the document was written for: the name of a record of `lib/dialects`. */
  dialect: string
  /** The folder that holds the blog this document belongs to, relative to the project: `content` or an old blog's root. */
  root: string
  /**
   * Where evaluated Liquid moved lines: from the staged line on (counted from 1 in the body), lines are those from the
   * written one on. Absent where every line stayed in its place.
   */
  lines?: [staged: number, written: number][]
}

/** A picture as the author named it: a path as written, or an http(s) address. */
export interface Picture {
  src: string
  alt?: string
  caption?: string
}

export interface Person {
  name: string
  url?: string
}

/** What the Markdown pipeline needs to know about a document. Read from the staged front matter (`settings`). */
export interface MarkdownSettings {
  source: Source
  /** `$x$` is math. `false` leaves every dollar alone. */
  math: boolean
  /** `\(x\)` and `\[x\]` are math too: the old engine let them through to MathJax or KaTeX. */
  texBrackets?: boolean
  /** `:smile:` is 😄: the old engine replaced names. */
  emojiNames?: boolean
  /** How Hugo made ids of headings, where its configuration says so. */
  headingIds?: 'github' | 'github-ascii' | 'blackfriday'
  /** Headings and their contents entries are numbered alike: 1, 1.1, 1.2, 2. */
  autonumber: boolean
  /** Straight quotes, `--` and `...` become typographic ones, never in code. */
  smartPunctuation: boolean
  /** The title came from the body's first heading, which must then not be shown twice. */
  titleIsFirstHeading: boolean
  /** BCP 47, for word segmentation. */
  lang: string
  /** `tags:` of site.yaml: the author's own names for embeds, e.g. `{ imgcap: 'figure' }`. */
  tags: Record<string, string>
  /** Tags that the old site defined itself and this text uses, by name. */
  ownTags?: Record<string, OwnTag>
  /** Code is shown without colors: `lib/build` asks for it where coloring took too long. */
  plainCode?: boolean
}

/** A tag of a site's own: what it yields, as a template of Hugo's. */
export interface OwnTag {
  template: string
  /** What reads the arguments; its named groups are what `.Get` returns. Absent: the arguments as always. */
  pattern?: string
}

/** The staged front matter of a post. Optional fields are absent where nobody said anything. */
export interface StagedPost {
  title: string
  /** Unique in the site; the last segment of `/posts/<slug>`. */
  slug: string
  /** Wall time as written with its offset: `2022-05-08` or `2025-10-30T01:03:04+05:30`. */
  date?: string
  updated?: string
  summary?: string
  /** A Jekyll theme's lead. Also the summary where there is none. */
  preamble?: string
  tags: string[]
  categories: string[]
  authors: Person[]
  series?: string
  /** Shown first on the home page. */
  pinned: boolean
  /** Posts with the same key are translations of one another. */
  translationKey?: string
  draft: boolean
  image?: Picture
  canonical?: string
  lang?: string
  comments?: boolean
  /** Show a table of contents. */
  toc: boolean
  /** Show the minutes it takes to read. */
  readTime: boolean
  /** The old system's own address of this post, where it is not `/posts/<slug>`. Root-relative, `/` first. */
  permalink?: string
  /** Other old addresses, root-relative, `/` first. */
  aliases: string[]
  /** The post only forwards to this address. */
  redirectTo?: string
  /** Every key that is not ours, as written. */
  extra: Record<string, unknown>
  settings: MarkdownSettings
}

/** The staged front matter of a page (`content/pages/about.md` is `/about`). */
export interface StagedPage {
  title: string
  slug: string
  summary?: string
  updated?: string
  draft: boolean
  image?: Picture
  lang?: string
  toc: boolean
  extra: Record<string, unknown>
  settings: MarkdownSettings
}

/** `content/site.yaml`, validated and complete. Every text of the frame comes from here or from `lib/strings/`. */
export interface Site {
  title: string
  description: string
  /** Origin of the published site, without a slash at its end: `https://quire.example`. */
  url: string
  author: Person
  /** BCP 47. */
  language: string
  /** IANA name. Decides only when a scheduled date without an offset has come. */
  timeZone: string
  nav: NavItem[]
  social: NavItem[]
  /** The home introduction, Markdown. Empty where there is none. */
  intro: string
  /** The share image of pages that have none of their own. */
  image?: Picture
  /** URL of a WebSub hub that feeds name, so that readers are notified. */
  hub?: string
  /** What a post has when it says nothing. */
  defaults: { toc: boolean; readTime: boolean; math: boolean; autonumber: boolean }
  smartPunctuation: boolean
  /** `offline`: neither a build nor `dev` asks other sites for snapshots; only `npm run embeds` does. */
  embeds: 'online' | 'offline'
  /** The author's own names for tags, e.g. `{ imgcap: 'figure' }`. */
  tags: Record<string, string>
  /** Hosts of others that the security policy lets in, by directive. Empty unless the author says so. */
  allow: { scripts: string[]; frames: string[]; images: string[]; connect: string[] }
  /** What readers can answer with. Absent where every part is off: then there is no database, no route and no byte. */
  responses?: ResponsesSettings
}

/** `responses:` of site.yaml, complete. At least one part is on. */
export interface ResponsesSettings {
  likes: boolean
  views: boolean
  comments?: CommentSettings
  webmentions: boolean
  newsletter?: NewsletterSettings
}

export interface CommentSettings {
  /** Which comments wait for the author: all of them, or none. */
  approve: 'all' | 'none'
  /** Links that one comment may hold. */
  links: number
}

export interface NewsletterSettings {
  /** The sender of every e-mail: `Name <address>` or an address. */
  from: string
}

export interface NavItem {
  label: string
  /** Root-relative, or a whole address. */
  href: string
}
