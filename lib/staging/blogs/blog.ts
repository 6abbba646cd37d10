import type { CollectionDocument, DialectRecord, PermalinkRules } from '../../dialects/dialect'
import type { Dialect } from '../../dialects/dialects'
import type { OwnTag } from '../../model/document'
import type { Fields } from '../front-matter/field-table'
import type { Notation } from './notation'

/** Posts that belong together because the same system published them. */
export interface Blog {
  /**
   * The author's own posts, written for this site; or an imported blog, where input that its old system accepted is never an
   * error.
   */
  kind: 'own' | 'imported'
  dialect: Dialect
  /** The record of that dialect. */
  record: DialectRecord
  /** What the dialect was detected by: a file or folder of the root (`_config.yml`, `posts/`). */
  detectedBy: string
  /** Relative to the project, forward slashes: `content`, or the folder that holds the imported blog. */
  root: string
  /** The same, absolute. */
  dir: string
  posts: PostFile[]
  /** Documents that the old system published by themselves, outside its posts. Absent: none. */
  pages?: PostFile[]
  /** Old URLs that lead to a list here or to another site, and where to. */
  movedUrls?: Record<string, string>
  /** Every file of the blog, relative to its root. */
  files: readonly string[]
  settings: BlogSettings
  /** The tags that the site defined itself, by name. */
  ownTags?: Record<string, OwnTag>
  /** The old system's configuration as written; empty if there is none. */
  config: Record<string, unknown>
}

/** The settings of an imported blog's configuration that matter here. */
export interface BlogSettings extends PermalinkRules {
  /** Base path of the old blog: `''`, or `/blog`. */
  base: string
  /** The old origin, without a trailing slash. Links to it are internal. */
  origin?: string
  /**
   * Default front matter from the configuration (Jekyll's `defaults`), by folder, general ones first. A type is a collection,
   * `posts` and `drafts` included, or `pages`; absent: all.
   */
  defaults: { folder: string; type?: string; fields: Fields }[]
  /** Notations that its engine or theme supported in addition to Markdown. */
  notation: Notation
}

/** A file that its system would publish as a post. */
export interface PostFile {
  /** Absolute. */
  path: string
  /** Relative to the project, forward slashes. */
  file: string
  /** Relative to the root of the blog, forward slashes. */
  inBlog: string
  /** The same without the language (`post.de.md`): the system derives the URL from it. */
  addressPath: string
  /** The name from which slug and date can be derived: the file's without extension, or its folder's (`x/index.md`). */
  name: string
  /** It is in a drafts folder of its system. */
  draft: boolean
  /** Of a page: its URL by its path, below the base path and without a language. */
  pageUrl?: string
  /** Of a page: the collection it belongs to. */
  collection?: CollectionDocument
  /** The language in the path. */
  lang?: string
}

export const NO_SETTINGS: BlogSettings = {
  permalinks: {},
  base: '',
  uglyUrls: false,
  contentFolders: [],
  defaults: [],
  notation: {},
}
