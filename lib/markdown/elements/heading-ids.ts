/** How Hugo makes ids. @see https://gohugo.io/configuration/markup/#autoidtype */
export type HeadingIds = 'github' | 'github-ascii' | 'blackfriday'

/**
 * The id that Hugo gives to a heading. Goldmark makes it of the heading's source, links' addresses included:
 * `[Zeal](https://z.example)` is `zealhttpszexample`.
 * @param source without its `#` and its attributes
 * @returns an id that may be given twice, or empty
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
