import type { Source } from '../../model/document'
import type { Problem } from '../../model/problem'

/** The blog that a document belongs to, as its templates see it. */
export interface LiquidBlog {
  /** Absolute: include folders are looked up here. */
  rootDir: string
  /** Relative to it: `_includes`. */
  includeFolders: readonly string[]
  /** Absolute: no file outside of it is read. */
  contentDir: string
  /** `site.*`: the old blog's configuration and other data. `url` and `baseurl` are empty here: see `evaluateLiquid`. */
  site: Record<string, unknown>
}

export interface LiquidDocument {
  body: string
  /** Absolute path of the author's file, for `include_relative`. */
  path: string
  source: Source
  /** `page.*`: the front matter as written. */
  page: Record<string, unknown>
}

export interface LiquidResult {
  body: string
  /** The original lines of the evaluated body; absent if no line moved. */
  lines?: [staged: number, written: number][]
  problems: Problem[]
}
