import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { decodePercent } from '../../urls/decode'
import { readGenerated } from './read-generated'

/**
 * What is left of a route's pages without those that this build restores from an earlier one
 * (`lib/delivery/kept-pages`): `next build` must not render them. All of them in `dev`, or if Next was started on its own.
 * @param urlOf the root-relative URL of a page, percent-encoded or not
 */
export function leaveOutKept<Item>(items: readonly Item[], urlOf: (item: Item) => string): Item[] {
  return items.filter((item) => !kept.has(decodePercent(urlOf(item))))
}

const kept = readKept(process.env.QUIRE_KEPT_PAGES)

/** Decoded paths. */
function readKept(path: string | undefined): Set<string> {
  if (!path || !existsSync(join(/* turbopackIgnore: true */ process.cwd(), path))) return new Set()
  return new Set(readGenerated<string[]>(path))
}
