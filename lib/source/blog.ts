import type { Dialect } from './document'

/** Posts that belong together because one system published them: the author's own, or an old blog's. */
export interface Blog {
  dialect: Dialect
  /** Relative to the project, forward slashes: `content`, or the folder that holds the old blog. */
  root: string
  posts: PostFile[]
}

/** A file that its system would publish as a post. */
export interface PostFile {
  /** Absolute. */
  path: string
  /** Relative to the project, forward slashes. */
  file: string
  /** The name that slug and date may come from: the file's without extension, or its folder's (`x/index.md`). */
  name: string
  /** It stands where its system keeps drafts. */
  draft: boolean
}
