export { pageUrl, postUrl } from './post-url'

/** The address of a tag's list: `/tags/<tag>`. */
export function tagUrl(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`
}

/** The address of a series: `/series/<name>`. */
export function seriesUrl(slug: string): string {
  return `/series/${encodeURIComponent(slug)}`
}
