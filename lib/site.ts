import type { Root } from 'hast'
import { readBody } from './body'
import { contentIndex } from './content-index'

/** `content/site.yaml`, validated and complete. */
export const site = contentIndex.site

/** The introduction of the home page; without children where the author wrote none. */
export function introduction(): Promise<Root> {
  return readBody(site.introduction, site)
}
