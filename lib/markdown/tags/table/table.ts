import { boxTags } from './boxes'
import { codeTags } from './code'
import { embedTags } from './embeds'
import type { TagRow } from './meaning'
import { mediaTags } from './media'
import { referenceTags } from './references'

/** All known tags of all dialects. A new one is a row in one of these lists. */
const rows: TagRow[] = [...codeTags, ...referenceTags, ...mediaTags, ...boxTags, ...embedTags]

/** Further names for tags in site.yaml, in addition to those above: no site uses them for its own tags by chance. */
const outcomes: Readonly<Record<string, TagRow>> = {
  inner: { names: [], holds: 'maybe', read: () => ({ as: 'inner' }) },
  nothing: { names: [], holds: 'maybe', inline: true, read: () => ({ as: 'nothing' }) },
}

const byName = new Map(rows.flatMap((row) => row.names.map((name) => [name, row] as const)))

/**
 * Looks a tag up.
 * @param own the author's names for tags (`tags:` of site.yaml)
 * @returns undefined for an unknown name
 */
export function findTag(name: string, own: Readonly<Record<string, string>>): TagRow | undefined {
  const key = canonicalName(name, own)
  if (key !== name.toLowerCase() && Object.hasOwn(outcomes, key)) return outcomes[key]
  return byName.get(key) ?? byName.get(name.toLowerCase())
}

/** The name used for a tag: the author may have defined `imgcap` as a `figure`. */
export function canonicalName(name: string, own: Readonly<Record<string, string>>): string {
  const given = Object.hasOwn(own, name) ? own[name] : undefined
  return (given ?? name).toLowerCase()
}

/** Whether a tag contains text: nothing in it is Markdown or another tag. */
export function isRawTag(name: string, own: Readonly<Record<string, string>>): boolean {
  return findTag(name, own)?.holds === 'text'
}

/** Whether a tag represents a word or a URL, and so belongs to its sentence. */
export function isInlineTag(name: string, own: Readonly<Record<string, string>>): boolean {
  return findTag(name, own)?.inline === true
}
