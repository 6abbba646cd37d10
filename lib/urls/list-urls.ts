export { pageUrl, postUrl } from './post-url'

/** The URL of a tag's list: `/tags/<tag>`. */
export function tagUrl(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`
}

/** The URL of a series: `/series/<name>`. */
export function seriesUrl(slug: string): string {
  return `/series/${encodeURIComponent(slug)}`
}

/** The URL of a category's list: `/categories/<category>`. */
export function categoryUrl(slug: string): string {
  return `/categories/${encodeURIComponent(slug)}`
}

/** The URL of an author's list: `/authors/<author>`. */
export function authorUrl(slug: string): string {
  return `/authors/${encodeURIComponent(slug)}`
}

/** The URL of a year's list: `/archive/<year>`. */
export function yearUrl(year: string): string {
  return `/archive/${year}`
}
