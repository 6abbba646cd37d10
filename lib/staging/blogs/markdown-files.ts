/** The extensions under which the systems keep Markdown. */
export const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i

/** Hugo's and Zola's pages of lists, which are no posts. */
export function isSectionPage(path: string): boolean {
  return /(?:^|\/)_index\.[^/]+$/.test(path)
}
