import { slugify } from '../urls/slug'

/**
 * The anchor of a document that a fragment refers to: itself, or the only one that differs from it only in letter case or
 * punctuation, as other systems generate ids of headings (`#Whats_new`, `#what-s-new`).
 * @param fragment without `#`, decoded
 */
export function findAnchor(fragment: string, anchors: readonly string[]): string | undefined {
  if (fragment === '' || fragment === 'top' || anchors.includes(fragment)) return fragment
  const key = anchorKey(fragment)
  const alike = anchors.filter((anchor) => anchorKey(anchor) === key)
  return alike.length === 1 ? alike[0] : undefined
}

function anchorKey(id: string): string {
  return slugify(id).replace(/[-_]/g, '')
}
