/**
 * The canonical shape of a document, independent of the system it was written for: the front matter of a
 * staged file in `.quire/content`. Plain data, used in every directory; the rules that fill it live in `lib/staging`.
 */

/** Where a staged document came from, so that every message names the author's own file and line. */
export interface Source {
  /** Relative to the project, forward slashes: `content/posts/a/index.md`. */
  file: string
  /** The line of the source file on which the body begins. Counted from 1. */
  bodyLine: number
  /** The system that the document was written for: the name of a dialect in `lib/dialects`. */
  dialect: string
  /** Base path of the imported blog: `/blog`. URLs from the root of the old site may begin with it. */
  base?: string
  /** The old URL of the document, against which its old system resolved relative URLs. */
  url?: string
  /** The folder that holds the blog this document belongs to, relative to the project: `content` or the root of an imported blog. */
  root: string
  /**
   * How evaluated Liquid moved lines: from the staged line on (counted from 1 in the body), lines correspond to those from
   * the written line on. Absent if no line moved.
   */
  lines?: [staged: number, written: number][]
}

/** An image as the author referenced it: a path as written, or an http(s) URL. */
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
  /** `$x$` is math. With `false`, every dollar is plain text. */
  math: boolean
  /** `\(x\)` and `\[x\]` are math too: the old engine let them through to MathJax or KaTeX. */
  texBrackets?: boolean
  /** `:smile:` is 😄: the old engine replaced names. */
  emojiNames?: boolean
  /** The Markdown engine that the old blog's configuration chose, if it was not its system's usual one. */
  engine?: MarkdownEngine
  /** The configuration made a line break of each line ending within a paragraph. */
  hardBreaks?: true
  /** How Hugo generated heading ids, if its configuration sets it. */
  headingIds?: 'github' | 'github-ascii' | 'blackfriday'
  /** Headings and their entries in the table of contents get the same numbers: 1, 1.1, 1.2, 2. */
  autonumber: boolean
  /** Straight quotes, `--` and `...` become typographic characters, never in code. */
  smartPunctuation: boolean
  /** HTML of authors who are not trusted: only what a maintained schema knows. `html: safe` in site.yaml. */
  safeHtml?: boolean
  /** The title came from the body's first heading, which must then not be shown twice. */
  titleIsFirstHeading: boolean
  /** BCP 47, for word segmentation. */
  lang: string
  /** `tags:` of site.yaml: the author's own names for embeds, e.g. `{ imgcap: 'figure' }`. */
  tags: Record<string, string>
  /** Tags that the old site defined itself and this document uses, by name. */
  ownTags?: Record<string, OwnTag>
  /** Code is shown without colors: `lib/build` asks for it where coloring took too long. */
  plainCode?: boolean
  /** The same for some code blocks alone: the lines of the text on which they begin. */
  slowCode?: number[]
}

/** The engines that Jekyll's `markdown:` chooses from. */
export type MarkdownEngine = 'kramdown' | 'commonmark' | 'rdiscount' | 'redcarpet'

/** A tag that a site defines itself: its output, as a Hugo template. */
export interface OwnTag {
  template: string
  /** The pattern that reads the arguments; `.Get` returns its named groups. Absent: arguments are read the usual way. */
  pattern?: string
  /** The other templates that it uses, by name without `.html`. */
  partials?: Record<string, string>
  /** What it reads of the site's data. */
  data?: Record<string, unknown>
  /** The texts of files beside the post, by name, if it reads any. */
  files?: Record<string, string>
  /** The post that uses it, if it reads anything of it. */
  page?: { title: string; url: string; date?: string }
}

/** The staged front matter of a post. Optional fields are absent if they are not set. */
export interface StagedPost {
  title: string
  /** Unique in the site; the last segment of `/posts/<slug>`. */
  slug: string
  /** Wall time as written with its offset: `2022-05-08` or `2025-10-30T01:03:04+05:30`. */
  date?: string
  updated?: string
  summary?: string
  /** The lead paragraph of a Jekyll theme. Also used as the summary if there is none. */
  preamble?: string
  tags: string[]
  categories: string[]
  authors: Person[]
  series?: string
  /** Shown first on the home page. */
  pinned: boolean
  /** Posts with the same key are translations of each other. */
  translationKey?: string
  draft: boolean
  image?: Picture
  canonical?: string
  lang?: string
  comments?: boolean
  /** A post on Bluesky or Mastodon whose replies are shown below this one. */
  thread?: string
  /** Show a table of contents. */
  toc: boolean
  /** Show the reading time in minutes. */
  readTime: boolean
  /** The URL of this post in the old system, if it is not `/posts/<slug>`. Root-relative, with a leading `/`. */
  permalink?: string
  /** Other old URLs, root-relative, with a leading `/`. */
  aliases: string[]
  /** The post only redirects to this URL. */
  redirectTo?: string
  /** Every key that Quire does not define, as written. */
  extra: Record<string, unknown>
  settings: MarkdownSettings
}

/** The staged front matter of a page (`content/pages/about.md` is `/about`). */
export interface StagedPage {
  title: string
  slug: string
  /** Its URL in the old system, if it is not `/<slug>`. Root-relative, with a leading `/`. */
  permalink?: string
  /** Other old URLs, root-relative, with a leading `/`. Absent: none. */
  aliases?: string[]
  summary?: string
  updated?: string
  draft: boolean
  image?: Picture
  lang?: string
  toc: boolean
  extra: Record<string, unknown>
  settings: MarkdownSettings
}

/** `content/site.yaml`, validated and complete. All text of the layout comes from here or from `lib/strings/`. */
export interface Site {
  title: string
  description: string
  /** Origin of the published site, without a trailing slash: `https://quire.example`. */
  url: string
  author: Person
  /** BCP 47. */
  language: string
  /** IANA name. Only used to decide when a scheduled date without an offset is reached. */
  timeZone: string
  nav: NavItem[]
  social: NavItem[]
  /** The introduction on the home page, in Markdown. Empty if there is none. */
  intro: string
  /** The share image of pages without their own. */
  image?: Picture
  /** URL of a WebSub hub that the feeds link to, so that feed readers are notified. */
  hub?: string
  /** Defaults for posts that do not set these. */
  defaults: { toc: boolean; readTime: boolean; math: boolean; autonumber: boolean }
  smartPunctuation: boolean
  /** `offline`: neither a build nor `dev` asks other sites for snapshots; only `npm run embeds` does. */
  embeds: 'online' | 'offline'
  /** `safe`: of the HTML in texts only elements and attributes without style, frames, forms and drawings. */
  html: 'trusted' | 'safe'
  /** The author's own names for tags, e.g. `{ imgcap: 'figure' }`. */
  tags: Record<string, string>
  /** Third-party hosts that the content security policy allows, by directive. Empty unless the author sets it. */
  allow: { scripts: string[]; frames: string[]; images: string[]; connect: string[] }
  /** The ways in which readers can respond. Absent if all parts are off: then there is no database, no route and no script. */
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
  /** Which comments need approval by the author: all of them, or none. */
  approve: 'all' | 'none'
  /** Maximum number of links in a comment. */
  links: number
  /** A browser must solve a small computation for each comment. It needs JavaScript. */
  proofOfWork: boolean
}

export interface NewsletterSettings {
  /** The sender of every e-mail: `Name <address>` or only the address. */
  from: string
}

export interface NavItem {
  label: string
  /** Root-relative, or a full URL. */
  href: string
}
