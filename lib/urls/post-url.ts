/** The URL of a post: `/posts/<slug>`. Letters of other scripts are percent-encoded, as in the built HTML. */
export function postUrl(slug: string): string {
  return `/posts/${encodeURIComponent(slug)}`
}

/** The URL of a page of `content/pages`: `/<slug>`. */
export function pageUrl(slug: string): string {
  return `/${encodeURIComponent(slug)}`
}
