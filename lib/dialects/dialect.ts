import type { DateTime } from 'luxon'
import type { MarkdownEngine } from '../model/document'
import type { TermUrls } from '../model/term-urls'

/**
 * Everything that is known about one blog system: how its folders are recognised, which of its files are posts,
 * which URLs they had, and which syntax its engine supported. One file per system exports one of these;
 * `dialects.ts` lists them. Code that depends on the system reads its record and never compares names.
 */
export interface DialectRecord {
  /**
   * Recognises the root folder of a blog of this system. Absent if only `_source.yaml` can set it.
   * @returns the file or folder it was detected by (`_config.yml`); undefined if this is not such a root
   */
  detect?: (root: RootFiles) => Promise<string | undefined> | string | undefined
  /** Hidden files or folders of a root that `detect` needs: `.obsidian`. All other hidden files are never listed. */
  hiddenMarks?: readonly string[]
  /** Paths of the configuration, relative to the root; the first that exists is used. */
  configFiles?: readonly string[]
  /** A folder of configuration files, each named after its key. The first group is that name. */
  configFolder?: RegExp
  /** Reads the settings for URLs and folders from the configuration. */
  readConfig?: (config: Config) => DialectConfig
  /** Its configuration can set default front matter for all posts of a folder (Jekyll's `defaults`). */
  hasDefaults?: true

  /**
   * Folders below which posts are, relative to the root and without a trailing slash; `''` is the root itself.
   * Of these, the ones that exist count. Absent: the root.
   */
  postFolders?: (config: Config, root: Pick<RootFiles, 'hasFolder'>) => readonly string[]
  /**
   * Whether the system would publish a Markdown file of those folders as a post.
   * @returns true, or the reason as text for the author, or false if it is clearly not a post
   */
  isPost?: (path: string) => true | string | false
  /** Paths of Jupyter notebooks that are posts, of those that `isPost` accepts. Absent: none. */
  notebooks?: RegExp
  /** Files that hold drafts. Absent: those below a folder `_drafts`. */
  isDraft?: (path: string) => boolean
  /** A file next to or below an `index.md` is part of that page. */
  hasBundles?: true
  /** Front matter may be lines of `Key: value` without a fence. */
  headers?: true
  /** The system publishes a file without front matter too. */
  bareFiles?: true
  /** Files with data for all posts below their folder, and the URL pattern in them, in `:tokens`. */
  folderData?: { files: RegExp; readPermalink: (text: string) => string | undefined }
  /** Posts may also be HTML, below front matter. */
  htmlPosts?: true
  /** Every Markdown file is MDX. */
  mdx?: true
  /** A post without a title gets the name of its file. */
  titleFromName?: true
  /** The language in a post's path, and the path without it. */
  splitLanguage?: (path: string, config: Config) => { path: string; lang?: string }
  /**
   * The URL, below the base path, of a document that is no post and that the system published by itself: `/about` for
   * `about.md`, unless its front matter has another. Absent: no such pages.
   * @param path in the old blog, without a language
   * @returns undefined if the file is not such a page
   */
  pageUrl?: (path: string, config: Config) => string | undefined
  /** The collection of documents, other than posts, that a file belongs to. Absent: there are no collections. */
  collectionOf?: (path: string, config: Config) => CollectionDocument | undefined
  /** URLs, below the base path, of lists of posts that the system generates without a file: `/archives`. */
  listUrls?: (config: Config) => readonly string[]
  /** Whether according to the front matter (keys in lower case) the system creates no page for this file. */
  isHidden?: (keys: ReadonlyMap<string, unknown>) => boolean

  /** Folders of files that templates include, relative to the root. */
  includeFolders?: readonly string[]
  /** `{{< param "x" >}}` is a value of the front matter or the configuration. */
  hasParams?: true
  /** Folders with the tags that a site defines, as templates (`youtube.html`). */
  tagFolders?: readonly string[]
  /** Folders with templates that those of tags use. */
  partialFolders?: readonly string[]
  /** The folder of data files that those templates read. */
  dataFolder?: string
  /** Folders whose files the system serves from the root of the site. The root itself is always looked into. */
  servedFolders?: readonly string[]
  /** Keys of front matter that only this system uses, by our field: `{ permalink: ['path'] }`. */
  keys?: Readonly<Record<string, readonly string[]>>
  /** A list written as one string is split at its spaces: `tags: a b`. */
  splitsAtSpaces?: true
  /** `aliases` are other names of a note, not URLs. */
  aliasesAreNames?: true

  /** The old URLs of a post, most likely first. Absent: none, unless a pattern is given. */
  permalinks?: (post: PermalinkPost, rules: PermalinkRules) => string[]
  /** The URLs of the system's lists of posts of one term, below the base path: each is redirected to our list. */
  termUrls?: (config: Config) => TermUrls
  /** Converts a word as the system does for the URL of a term. Absent: lower case with hyphens. */
  termSlug?: (term: string) => string

  syntax: Syntax
}

/** The syntax that a dialect's engine supported, in addition to what is supported everywhere. */
export interface Syntax {
  /** Liquid is evaluated by the staging step. */
  liquid?: true
  /** Kramdown's notation: `{: .class}`, `{:toc}`, `*[abbr]:`, `markdown="1"`, `{::nomarkdown}`. */
  kramdown?: true
  /** `## Title {#id .class}`. */
  headingAttributes?: true
  /** A term, and `: ` before its definition. */
  definitionLists?: true
  /** `#Title` without a space: RDiscount, Redcarpet and Ghost's editor read it as a heading; kramdown does not. */
  tightHeadings?: true
  /** `<b>` or `<br>` at the start of a line begins a paragraph; only CommonMark reads it as an HTML block. */
  phrasingBlocks?: true
  /** `$x$` is math only if the configuration, the theme or the post asks for it. */
  mathOnRequest?: true
  /** The title of a picture was a tooltip and no caption. */
  titleTooltips?: true
  /** Heading ids are generated from the source, as Goldmark does in Hugo. */
  sourceIds?: true
  /** A line ending within a paragraph is a line break. */
  hardBreaks?: true
  /** `{{ youtube(id="x") }}`, `{% quote(author="x") %}` … `{% end %}`. */
  callTags?: true
  /** `[[links]]`, `![[embeds]]`, `==marks==`, `%%comments%%`, `^block-id`. */
  vault?: true
}

/** A parsed configuration file; empty if there is none. */
export type Config = Readonly<Record<string, unknown>>

/** The files of a folder that may be the root of a blog. Paths are relative to that folder, with forward slashes. */
export interface RootFiles {
  hasFile: (path: string) => boolean
  /** @param path without a trailing slash; a hidden file of `detect` is allowed too */
  hasFolder: (path: string) => boolean
  /** @returns the content of a file, empty if it does not exist */
  read: (path: string) => Promise<string>
}

export interface DialectConfig {
  /** URL patterns with the system's own tokens; the key is Hugo's section, `''` for all. */
  permalinks?: Record<string, string>
  /** Base path of the blog: `/blog`. */
  base?: string
  /** Hugo: URLs end in `.html`. */
  uglyUrls?: boolean
  /** Folders whose name is not part of the URL: Hugo's `contentDir`. */
  contentFolders?: string[]
  /** The Markdown engine it names. Absent: the system's usual one. */
  engine?: MarkdownEngine
  /** Each line ending within a paragraph is a line break. */
  hardBreaks?: true
}

/** Where a document is in a collection of Jekyll: `_boats/2020/tern.md`. */
export interface CollectionDocument {
  /** `boats` */
  name: string
  /** Its path in the folder of the collection, without extension: `2020/tern`. */
  path: string
  /** The URL pattern of the collection in the configuration. Absent: `/:collection/:path`. */
  pattern?: string
}

/** The settings for URLs from the configuration. */
export interface PermalinkRules {
  permalinks: Readonly<Record<string, string>>
  uglyUrls: boolean
  /** IANA name. Jekyll uses the day in this time zone for URLs. */
  timeZone?: string
  contentFolders: readonly string[]
}

/** The data of a post that a permalink pattern can use. */
export interface PermalinkPost {
  file: {
    /** The path in the old blog, forward slashes, without a language. */
    inBlog: string
    /** The file's name without extension, or its folder's (`x/index.md`). */
    name: string
    collection?: CollectionDocument
  }
  fields: {
    title: string
    slug?: string | undefined
    /** As `parseDate` returns it. */
    date?: string | undefined
    categories?: string[] | undefined
  }
  /** All other keys of the front matter. */
  extra?: Readonly<Record<string, unknown>>
}

/** A date for use in a pattern; undefined if the post has none. */
export type Moment = DateTime | undefined
