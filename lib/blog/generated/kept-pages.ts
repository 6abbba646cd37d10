import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readGenerated } from './read-generated'

/**
 * The pages of posts that this build puts back from an earlier one (`lib/delivery/kept-pages`): those `next build` must
 * not render. None in `dev`, or if Next was started on its own.
 */
export function leaveOutKept<Item extends { url: string }>(items: readonly Item[]): Item[] {
  const path = process.env.QUIRE_KEPT_PAGES
  if (!path || !existsSync(join(/* turbopackIgnore: true */ process.cwd(), path))) return [...items]
  const kept = new Set(readGenerated<string[]>(path))
  return items.filter(({ url }) => !kept.has(url))
}
