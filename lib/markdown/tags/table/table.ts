import { boxTags } from './boxes'
import { codeTags } from './code'
import { embedTags } from './embeds'
import type { TagRow } from './meaning'
import { mediaTags } from './media'
import { referenceTags } from './references'

/** Every tag we know, in any dialect. A new one is a row in one of these lists. */
const rows: TagRow[] = [...codeTags, ...referenceTags, ...mediaTags, ...boxTags, ...embedTags]

/** What site.yaml may call a tag beside the names above: no site's own tag is one of these by chance. */
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

/** The name a tag goes by: the author may have said that `imgcap` is a `figure`. */
export function canonicalName(name: string, own: Readonly<Record<string, string>>): string {
  const given = Object.hasOwn(own, name) ? own[name] : undefined
  return (given ?? name).toLowerCase()
}

/** Whether a tag holds text: nothing in it is Markdown or another tag. */
export function isRawTag(name: string, own: Readonly<Record<string, string>>): boolean {
  return findTag(name, own)?.holds === 'text'
}

/** Whether a tag means a word or an address, and so belongs to its sentence. */
export function isInlineTag(name: string, own: Readonly<Record<string, string>>): boolean {
  return findTag(name, own)?.inline === true
}
