import { site } from './site'

/** An address of our own with the origin of the published site, for feeds and metadata. */
export function absoluteUrl(path: string): string {
  return new URL(path, site.url).href
}
