/** What a permalink pattern can ask of a post. */
export interface PermalinkPost {
  file: {
    /** The path in the old blog, forward slashes. */
    inBlog: string
    /** The file's name without extension, or its folder's (`x/index.md`). */
    name: string
  }
  fields: {
    title: string
    slug?: string | undefined
    categories?: string[] | undefined
  }
}
