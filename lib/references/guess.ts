import { distance } from 'fastest-levenshtein'
import { writtenDay } from '../dates'
import { slugify } from '../urls/slug'
import type { LinkTarget } from './link-index'

/**
 * The only post that a dated address can have meant, though no post claims it: dated within two days of it (zones and
 * late nights move a day), with every word of the address in its title or slug.
 * @param path `/2022/05/07/backend-internship-interview`
 */
export function guessDated(path: string, targets: readonly LinkTarget[]): LinkTarget | undefined {
  const [, year, month, day, name = ''] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/([^/]+)$/.exec(path) ?? []
  if (!year) return undefined
  const wanted = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const words = wordsOf(name)
  const found = targets.filter(({ kind, document: { staged } }) => {
    if (kind !== 'post' || staged.date === undefined) return false
    if (Math.abs(Date.parse(writtenDay(staged.date)) - wanted) > TWO_DAYS) return false
    const known = new Set([...wordsOf(staged.title), ...wordsOf(staged.slug)])
    return words.length > 0 && words.every((word) => known.has(word))
  })
  return found.length === 1 ? found[0] : undefined
}

/** The document whose address is most like this one, for a message; undefined where none is like it. */
export function findNearest(path: string, targets: readonly LinkTarget[]): LinkTarget | undefined {
  const name = slugify(path.split('/').filter(Boolean).at(-1) ?? '')
  const words = wordsOf(name)
  const ranked = targets.map((target) => {
    const { slug, title } = target.document.staged
    const known = new Set([...wordsOf(slug), ...wordsOf(title)])
    const shared = words.filter((word) => known.has(word)).length / Math.max(words.length, 1)
    const alike = 1 - distance(name, slug) / Math.max(name.length, slug.length, 1)
    return { target, likeness: Math.max(shared * 0.9, alike) }
  })
  const [best] = ranked.sort((a, b) => b.likeness - a.likeness)
  // Half of the words or letters: below that, a suggestion is noise.
  return best && best.likeness >= 0.5 ? best.target : undefined
}

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000

function wordsOf(text: string): string[] {
  return slugify(text).split(/[-_]/).filter(Boolean)
}
