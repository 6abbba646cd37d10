import type { DialectRecord, PermalinkRules } from '../../dialects/dialect'
import type { Dialect } from '../../dialects/dialects'
import type { OwnTag } from '../../model/document'
import type { Fields } from '../front-matter/field-table'
import type { Notation } from './notation'

/** Posts that belong together because one system published them. */
export interface Blog {
  /**
   * The author's own posts, written for this site; or an imported blog, where what its old system accepted is never an
   * error.
   */
  kind: 'own' | 'imported'
  dialect: Dialect
  /** The record of that dialect. */
  record: DialectRecord
  /** What gave the dialect away: a file or folder of the root (`_config.yml`, `posts/`). */
  detectedBy: string
  /** Relative to the project, forward slashes: `content`, or the folder that holds the imported blog. */
  root: string
  /** The same, absolute. */
  dir: string
  posts: PostFile[]
  /** Every file of the blog, relative to its root. */
  files: readonly string[]
  settings: BlogSettings
  /** The tags that the site defined itself, by name. */
  ownTags?: Record<string, OwnTag>
  /** The old system's own configuration as written; empty where there is none. */
  config: Record<string, unknown>
}

/** What an imported blog's configuration says that matters here. */
export interface BlogSettings extends PermalinkRules {
  /** Path below which the blog was served: `''`, or `/blog`. */
  base: string
  /** The old origin, without a trailing slash. Links to it are internal. */
  origin?: string
  /** Front matter that the configuration gives to posts (Jekyll's `defaults`), by folder, general ones first. */
  defaults: { folder: string; fields: Fields }[]
  /** What its engine or theme read in a text beyond its Markdown. */
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
  /** The same without the name of a language (`post.de.md`): what its system makes a URL of. */
  addressPath: string
  /** The name that slug and date may come from: the file's without extension, or its folder's (`x/index.md`). */
  name: string
  /** It is where its system keeps drafts. */
  draft: boolean
  /** The language that the path names. */
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
