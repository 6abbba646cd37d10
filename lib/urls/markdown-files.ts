/** Extensions that the systems use for Markdown. `.mdx` is read as Markdown; see `lib/staging/mdx`. */
const extension = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i

export function isMarkdown(path: string): boolean {
  return extension.test(path)
}

/** A post that is HTML below its front matter: nothing in it is Markdown. */
export function isHtmlFile(path: string): boolean {
  return /\.html?$/i.test(path)
}

/** `a/b` for `a/b.md`; a path with another extension or none stays as it is. */
export function withoutMarkdownExtension(path: string): string {
  return path.replace(extension, '')
}

/** List pages of Hugo and Zola, which are not posts. */
export function isSectionPage(path: string): boolean {
  return /(?:^|\/)_index\.[^/]+$/.test(path)
}
