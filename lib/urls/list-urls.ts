export { pageUrl, postUrl } from './post-url'

// `prefix` is what the lists of a language begin with: empty in the main one, else `/de` (lib/blog/lists/languages.ts).

/** The URL of a tag's list: `/tags/<tag>`. */
export function tagUrl(slug: string, prefix = ''): string {
  return `${prefix}/tags/${encodeURIComponent(slug)}`
}

/** The URL of a series: `/series/<name>`. */
export function seriesUrl(slug: string, prefix = ''): string {
  return `${prefix}/series/${encodeURIComponent(slug)}`
}

/** The URL of a category's list: `/categories/<category>`. */
export function categoryUrl(slug: string, prefix = ''): string {
  return `${prefix}/categories/${encodeURIComponent(slug)}`
}

/** The URL of an author's list: `/authors/<author>`. */
export function authorUrl(slug: string, prefix = ''): string {
  return `${prefix}/authors/${encodeURIComponent(slug)}`
}

/** The URL of a year's list: `/archive/<year>`. */
export function yearUrl(year: string, prefix = ''): string {
  return `${prefix}/archive/${year}`
}
