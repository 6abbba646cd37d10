/** Extensions that the systems use for Markdown. `.mdx` is read as Markdown; see `lib/staging/mdx`. */
const extension = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i

export function isMarkdown(path: string): boolean {
  return extension.test(path)
}

/** A post that is HTML below its front matter: nothing in it is Markdown. */
export function isHtmlFile(path: string): boolean {
  return /\.html?$/i.test(path)
}

/** A Jupyter notebook. It is a post, unless it is beside a post's `index.md` (`lib/staging/notebook`). */
export function isNotebook(path: string): boolean {
  return /\.ipynb$/i.test(path)
}

/** Notebooks that are posts: those in a folder with an `index.md` are files of that post, to be linked to. */
export function selectNotebooks(paths: readonly string[]): string[] {
  const bundles = new Set(
    paths.flatMap((path) => /^(.*\/)index\.(?:md|markdown|mdx)$/i.exec(path)?.[1] ?? []),
  )
  return paths.filter((path) => isNotebook(path) && !bundles.has(path.replace(/[^/]*$/, '')))
}

/** `a/b` for `a/b.md`; a path with another extension or none stays as it is. */
export function withoutMarkdownExtension(path: string): string {
  return path.replace(extension, '')
}

/** List pages of Hugo and Zola, which are not posts. */
export function isSectionPage(path: string): boolean {
  return /(?:^|\/)_index\.[^/]+$/.test(path)
}
