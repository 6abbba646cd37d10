import { site } from './site'

/** The address of a post: `/posts/<slug>`. Letters of other scripts are percent-encoded, as in the built HTML. */
export function postUrl(slug: string): string {
  return `/posts/${encodeURIComponent(slug)}`
}

/** The address of a page of `content/pages`: `/<slug>`. */
export function pageUrl(slug: string): string {
  return `/${encodeURIComponent(slug)}`
}

/** The address of a tag's list: `/tags/<tag>`. */
export function tagUrl(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`
}

/** An address of our own with the origin of the published site, for feeds and metadata. */
export function absoluteUrl(path: string): string {
  return new URL(path, site.url).href
}
