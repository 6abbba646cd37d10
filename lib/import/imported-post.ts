/** A post or page as an export holds it, before it becomes a file. */
export interface ImportedPost {
  kind: 'post' | 'page'
  title: string
  /** As the old system had it, percent-encoding resolved. Empty where it had none (a draft). */
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
  /** Where it was first published, if that was somewhere else. */
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
  /** Markdown, which is copied as it is. */
  | { markdown: string }

/** An export that was recognised. */
export interface ExportSource {
  /** For people: `a WordPress export`. */
  label: string
  /** For the folder: `wordpress`. */
  name: string
  /** Reads the posts one by one, again on every call. */
  posts: () => AsyncIterable<ImportedPost>
  /** Where the blog was, so that links to itself become links to its posts. */
  origin?: string
  /** URLs of uploaded files by their number, which galleries name. */
  attachments?: ReadonlyMap<string, string>
  /** What the export holds and an import does not bring along, for the report. */
  left: string[]
}
