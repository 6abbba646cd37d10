import type { Problem } from '../model/problem'
import type { Blog, PostFile } from './blogs/blog'
import type { Entry } from './front-matter/entry'
import type { FieldName, Fields } from './front-matter/field-table'
import type { FrontMatter } from './front-matter/read-front-matter'

/** The data of one file, before it is compared with others. */
export interface ReadPost {
  file: PostFile
  blog: Blog
  /** As written, and completed: `title` is always set, `date` if the file name has one. */
  fields: Fields & { title: string }
  titleIsFirstHeading: boolean
  extra: Record<string, unknown>
  origin: Partial<Record<keyof Fields, Entry>>
  /** Fields whose value could not be read, which is reported. */
  wrong: ReadonlySet<FieldName>
  format: FrontMatter['format']
  body: string
  bodyLine: number
  /** The original lines of a body that Liquid evaluated, or that was read from a notebook. */
  lines?: [staged: number, written: number][]
  /** Pictures that the file itself holds, by the name in `notebook:NAME`. */
  pictures?: ReadonlyMap<string, Uint8Array>
}

/** A file with its front matter read and its body repaired, before templates are evaluated. */
export interface OpenedPost extends Omit<ReadPost, 'fields' | 'titleIsFirstHeading'> {
  fields: Fields
  frontMatter: FrontMatter
  problems: Problem[]
  /** The finished post, if its blog has no templates: then nothing of it depends on other posts. */
  finished?: ReadPost
}
