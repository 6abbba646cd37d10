import type { Dialect } from '../../model/document'
import type { Fields } from '../front-matter/field-table'

/** Posts that belong together because one system published them: the author's own, or an old blog's. */
export interface Blog {
  dialect: Dialect
  /** What told the dialect: a file or folder of the root (`_config.yml`), or `''` for the author's own posts. */
  knownBy: string
  /** Relative to the project, forward slashes: `content`, or the folder that holds the old blog. */
  root: string
  /** The same, absolute. */
  dir: string
  posts: PostFile[]
  settings: BlogSettings
  /** The old system's own configuration as written; empty where there is none. */
  config: Record<string, unknown>
}

/** What an old blog's configuration says that matters here. */
export interface BlogSettings {
  /**
   * The pattern of addresses, in the system's own tokens; the key is Hugo's section, `''` where it holds for all.
   * Empty where the configuration says nothing, and the system's default holds.
   */
  permalinks: Record<string, string>
  /** Path below which the blog lived: `''`, or `/blog`. */
  base: string
  /** The old origin, without a slash at its end. Links to it are internal. */
  origin?: string
  /** IANA name. Jekyll makes addresses of the day in this zone. */
  timeZone?: string
  /** Hugo: addresses end in `.html`. */
  uglyUrls: boolean
  /** Front matter that the configuration gives to posts (Jekyll's `defaults`), by folder, general ones first. */
  defaults: { folder: string; fields: Fields }[]
}

/** A file that its system would publish as a post. */
export interface PostFile {
  /** Absolute. */
  path: string
  /** Relative to the project, forward slashes. */
  file: string
  /** Relative to the root of the blog, forward slashes: what its system makes an address of. */
  inBlog: string
  /** The name that slug and date may come from: the file's without extension, or its folder's (`x/index.md`). */
  name: string
  /** It stands where its system keeps drafts. */
  draft: boolean
}

export const NO_SETTINGS: BlogSettings = { permalinks: {}, base: '', uglyUrls: false, defaults: [] }
