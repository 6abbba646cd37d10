import type { DateTime } from 'luxon'

/**
 * Everything that is known about one blog system: how a folder of it is recognised, which of its files are posts,
 * where they were on the web, and which syntax its engine understood. One file per system exports one of these;
 * `dialects.ts` lists them. Whoever needs to know what a system did reads its record and never compares names.
 */
export interface DialectRecord {
  /**
   * Recognises the root folder of a blog of this system. Absent where only `_source.yaml` can say so.
   * @returns the file or folder that gives it away (`_config.yml`); undefined where this is no such root
   */
  detect?: (root: RootFiles) => Promise<string | undefined> | string | undefined
  /** Hidden files or folders of a root that `detect` asks for: `.obsidian`. All other hidden files are never listed. */
  hiddenMarks?: readonly string[]
  /** Where the configuration is, relative to the root; the first that exists counts. */
  configFiles?: readonly string[]
  /** A folder of configuration files, each named after the key it holds. The first group is that name. */
  configFolder?: RegExp
  /** What the configuration says about addresses and folders. */
  readConfig?: (config: Config) => DialectConfig
  /** Its configuration may give front matter to all posts of a folder (Jekyll's `defaults`). */
  hasDefaults?: true

  /**
   * Folders below which posts are, relative to the root and without a trailing slash; `''` is the root itself.
   * Of these, the ones that exist count. Absent: the root.
   */
  postFolders?: (config: Config, root: Pick<RootFiles, 'hasFolder'>) => readonly string[]
  /**
   * Whether the system would publish a Markdown file of those folders as a post.
   * @returns true, or why not: a text for the author, or false where it is plainly no post
   */
  isPost?: (path: string) => true | string | false
  /** Files that hold drafts. Absent: those below a folder `_drafts`. */
  isDraft?: (path: string) => boolean
  /** A file beside or below an `index.md` is a part of that page. */
  hasBundles?: true
  /** The system publishes a file without front matter too. */
  bareFiles?: true
  /** A file's name is the title of a post that has none. */
  titleFromName?: true
  /** The language that a path says its post is in, and the path without it. */
  splitLanguage?: (path: string, config: Config) => { path: string; lang?: string }
  /** Whether the front matter (keys in lower case) says that the system makes no page of this file. */
  isHidden?: (keys: ReadonlyMap<string, unknown>) => boolean

  /** Folders of files that templates include, relative to the root. */
  includeFolders?: readonly string[]
  /** Folders with a site's own tags, as templates (`youtube.html`). */
  tagFolders?: readonly string[]
  /** Folders whose files the system serves from the root of the site. The root itself is always looked into. */
  servedFolders?: readonly string[]
  /** Keys of front matter that only this system uses, by our field: `{ permalink: ['path'] }`. */
  keys?: Readonly<Record<string, readonly string[]>>
  /** A list written as one text is split at its spaces: `tags: a b`. */
  splitsAtSpaces?: true
  /** `aliases` are other names of a note, not addresses. */
  aliasesAreNames?: true

  /** The addresses at which a post answered, likeliest first. Absent: none, unless a pattern is given. */
  permalinks?: (post: PermalinkPost, rules: PermalinkRules) => string[]
  /** The address at which the system listed the posts of a term, with `:term`, by our taxonomy. */
  termUrls?: (config: Config) => { tags?: readonly string[]; categories?: readonly string[] }
  /** A word as the system puts it into an address of a term. Absent: lower case with hyphens. */
  termSlug?: (term: string) => string

  syntax: Syntax
}

/** What a dialect's own engine understood, beyond what is understood everywhere. */
export interface Syntax {
  /** Liquid is evaluated by the staging step. */
  liquid?: true
  /** Kramdown's notation: `{: .class}`, `{:toc}`, `*[abbr]:`, `markdown="1"`, `{::nomarkdown}`. */
  kramdown?: true
  /** `## Title {#id .class}`. */
  headingAttributes?: true
  /** A term, and `: ` before its definition. */
  definitionLists?: true
  /** `#Title` without a space: RDiscount, Redcarpet and Ghost's editor took it for a heading; kramdown does not. */
  tightHeadings?: true
  /** `<b>` or `<br>` at the start of a line begins a paragraph; CommonMark alone takes it for a block of HTML. */
  phrasingBlocks?: true
  /** `$x$` is math only where the configuration, the theme or the post asks for it. */
  mathOnRequest?: true
  /** Ids of headings are made of their source, as Goldmark does in Hugo. */
  sourceIds?: true
  /** A line ending within a paragraph is a line break. */
  hardBreaks?: true
  /** `{{ youtube(id="x") }}`, `{% quote(author="x") %}` … `{% end %}`. */
  callTags?: true
  /** `[[links]]`, `![[embeds]]`, `==marks==`, `%%comments%%`, `^block-id`. */
  vault?: true
}

/** A configuration file as parsed; empty where there is none. */
export type Config = Readonly<Record<string, unknown>>

/** The files of a folder that may be the root of a blog. Paths are relative to that folder, with forward slashes. */
export interface RootFiles {
  hasFile: (path: string) => boolean
  /** @param path without a trailing slash; a hidden mark may be asked for too */
  hasFolder: (path: string) => boolean
  /** @returns the text of a file, empty where there is none */
  read: (path: string) => Promise<string>
}

export interface DialectConfig {
  /** Patterns of addresses in the system's own tokens; the key is Hugo's section, `''` where it holds for all. */
  permalinks?: Record<string, string>
  /** Path below which the blog was served: `/blog`. */
  base?: string
  /** Hugo: addresses end in `.html`. */
  uglyUrls?: boolean
  /** Folders whose name is no part of an address: Hugo's `contentDir`. */
  contentFolders?: string[]
}

/** What the configuration decides about addresses. */
export interface PermalinkRules {
  permalinks: Readonly<Record<string, string>>
  uglyUrls: boolean
  /** IANA name. Jekyll makes addresses of the day in this zone. */
  timeZone?: string
  contentFolders: readonly string[]
}

/** What a permalink pattern can ask of a post. */
export interface PermalinkPost {
  file: {
    /** The path in the old blog, forward slashes, without a language. */
    inBlog: string
    /** The file's name without extension, or its folder's (`x/index.md`). */
    name: string
  }
  fields: {
    title: string
    slug?: string | undefined
    /** As `parseDate` returns it. */
    date?: string | undefined
    categories?: string[] | undefined
  }
}

/** A date as a pattern needs it; undefined where the post has none. */
export type Moment = DateTime | undefined
