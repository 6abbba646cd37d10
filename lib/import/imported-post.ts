/** A post or page of an export, before it becomes a file. */
export interface ImportedPost {
  kind: 'post' | 'page'
  title: string
  /** From the old system, percent-decoded. Empty if it had none (a draft). */
  slug: string
  /** As written in the export. */
  date?: string
  updated?: string
  draft: boolean
  tags: string[]
  authors: string[]
  summary?: string
  /** The URL of its picture. */
  image?: string
  /** Where it was first published, if elsewhere. */
  canonical?: string
  /** The old URL, or its path. */
  url?: string
  series?: string
  lang?: string
  body: ImportedBody
}

export type ImportedBody =
  /**
   * HTML of an editor. `wordpress`: with shortcodes, block comments and paragraphs by blank lines; `own` are the
   * pictures that were uploaded to the post.
   */
  | { html: string; flavor?: 'wordpress'; own?: readonly string[] }
  /** Markdown, which is copied unchanged. */
  | { markdown: string }

/** An export that was recognised. */
export interface ExportSource {
  /** For messages: `a WordPress export`. */
  label: string
  /** For the folder name: `wordpress`. */
  name: string
  /** Reads the posts one by one, again on every call. */
  posts: () => AsyncIterable<ImportedPost>
  /** The URL of the old blog, so that its internal links become links to posts. */
  origin?: string
  /** URLs of uploaded files by their number, which galleries refer to. */
  attachments?: ReadonlyMap<string, string>
  /** What the export contains but an import leaves out, for the report. */
  left: string[]
}
