/** Where a blog system lists the posts of a tag or category: root-relative URLs with `:term`, by our taxonomy. */
export interface TermUrls {
  tags?: readonly string[]
  categories?: readonly string[]
}
