/** How Hugo generates ids. @see https://gohugo.io/configuration/markup/#autoidtype */
export type HeadingIds = 'github' | 'github-ascii' | 'blackfriday'

/**
 * The id that Hugo gives to a heading. Goldmark derives it from the heading's source, including the URLs of links:
 * `[Zeal](https://z.example)` is `zealhttpszexample`.
 * @param source without `#` and attributes
 * @returns an id that may not be unique, or empty
 * @see https://github.com/gohugoio/hugo/blob/master/markup/goldmark/autoid.go
 */
export function hugoId(source: string, type: HeadingIds = 'github'): string {
  if (type === 'blackfriday') {
    const words = source.toLowerCase().match(/[\p{L}\p{N}]+/gu)
    return words?.join('-') ?? ''
  }
  const text = type === 'github-ascii' ? withoutAccents(source) : source
  return text
    .trim()
    .replaceAll(/[^\p{L}\p{Nd}_\- ]/gu, '')
    .replaceAll(' ', '-')
    .toLowerCase()
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^\u0020-\u007e]/g, '')
}
