import type { Root } from 'hast'
import { readBody } from './body/resolve-body'
import { site } from './site'

/** The introduction of the home page; without children where the author wrote none. */
export function introduction(): Promise<Root> {
  return readBody(site.introduction, site)
}
