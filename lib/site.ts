import type { Root } from 'hast'
import { resolveBody } from './body'
import { contentIndex } from './content-index'

/** `content/site.yaml`, validated and complete. */
export const site = contentIndex.site

/** The introduction of the home page; without children where the author wrote none. */
export function introduction(): Root {
  return resolveBody(site.introduction, site)
}
