import { site } from './site'

export { pageUrl, postUrl } from './source/present-address'

/** The address of a tag's list: `/tags/<tag>`. */
export function tagUrl(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`
}

/** The address of a series: `/series/<name>`. */
export function seriesUrl(slug: string): string {
  return `/series/${encodeURIComponent(slug)}`
}

/** An address of our own with the origin of the published site, for feeds and metadata. */
export function absoluteUrl(path: string): string {
  return new URL(path, site.url).href
}
