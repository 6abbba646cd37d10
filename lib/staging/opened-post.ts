import type { Problem } from '../model/problem'
import type { Blog, PostFile } from './blogs/blog'
import type { Entry } from './front-matter/entry'
import type { FieldName, Fields } from './front-matter/field-table'
import type { FrontMatter } from './front-matter/read-front-matter'

/** What one file says, before it is compared with others. */
export interface ReadPost {
  file: PostFile
  blog: Blog
  /** As written, and completed: `title` is there always, `date` where the file's name has one. */
  fields: Fields & { title: string }
  titleIsFirstHeading: boolean
  extra: Record<string, unknown>
  origin: Partial<Record<keyof Fields, Entry>>
  /** Fields whose value could not be read; a problem says so. */
  wrong: ReadonlySet<FieldName>
  format: FrontMatter['format']
  body: string
  bodyLine: number
  /** Where the lines of a body that Liquid made came from. */
  lines?: [staged: number, written: number][]
}

/** A file with its front matter read and its body repaired, before templates are evaluated. */
export interface OpenedPost extends Omit<ReadPost, 'fields' | 'titleIsFirstHeading' | 'lines'> {
  fields: Fields
  frontMatter: FrontMatter
  problems: Problem[]
}
