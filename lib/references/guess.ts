import { distance } from 'fastest-levenshtein'
import { writtenDay } from '../dates'
import { slugify } from '../urls/slug'
import type { LinkTarget } from './link-index'

/**
 * The only post that a dated URL can refer to, although no post claims it: dated within two days of it (time zones and
 * late nights can shift the day), with every word of the URL in its title or slug.
 * @param path `/2022/05/07/backend-internship-interview`
 */
export function guessDated(path: string, targets: readonly LinkTarget[]): LinkTarget | undefined {
  const [, year, month, day, name = ''] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/([^/]+)$/.exec(path) ?? []
  if (!year) return undefined
  const wanted = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const words = wordsOf(name)
  const found = targets.filter((target) => {
    const {
      kind,
      document: { staged },
    } = target
    if (kind !== 'post' || staged.date === undefined) return false
    if (Math.abs(Date.parse(writtenDay(staged.date)) - wanted) > TWO_DAYS) return false
    const known = knownWords(target)
    return words.length > 0 && words.every((word) => known.has(word))
  })
  return found.length === 1 ? found[0] : undefined
}

/**
 * The only document of an imported blog whose file has the path that a URL ends in: `/blog/2024/a/` for `src/blog/2024/a.md`, on
 * sites whose system is unknown.
 * @param path of at least two segments: a name alone says too little
 * @param root of the blog
 */
export function guessByPath(
  path: string,
  root: string,
  targets: readonly LinkTarget[],
): LinkTarget | undefined {
  if (!/^\/[^/]+\/./.test(path)) return undefined
  const found = targets.filter(
    (target) =>
      target.document.staged.settings.source.root === root && `/${target.path}`.toLowerCase().endsWith(path),
  )
  return found.length === 1 ? found[0] : undefined
}

/** The document whose URL is most similar, for a message; undefined if none is similar. */
export function findNearest(path: string, targets: readonly LinkTarget[]): LinkTarget | undefined {
  const name = slugify(path.split('/').filter(Boolean).at(-1) ?? '')
  const words = wordsOf(name)
  let nearest: LinkTarget | undefined
  // Half of the words or letters: below that, a suggestion is noise.
  let most = 0.5
  for (const target of targets) {
    const known = knownWords(target)
    const shared = words.filter((word) => known.has(word)).length / Math.max(words.length, 1)
    const likeness = Math.max(shared * 0.9, similarity(name, target.document.staged.slug, most))
    if (likeness > most || (likeness === most && !nearest)) {
      nearest = target
      most = likeness
    }
  }
  return nearest
}

/** The share of equal letters. Words of too different lengths cannot reach `atLeast`: they are not compared. */
function similarity(a: string, b: string, atLeast: number): number {
  const longest = Math.max(a.length, b.length, 1)
  const possible = 1 - Math.abs(a.length - b.length) / longest
  return possible < atLeast ? 0 : 1 - distance(a, b) / longest
}

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000

/** The words of title and slug: computed once, because a blog may have as many broken links as posts. */
function knownWords(target: LinkTarget): ReadonlySet<string> {
  const read = wordsByTarget.get(target)
  if (read) return read
  const { title, slug } = target.document.staged
  const known = new Set([...wordsOf(title), ...wordsOf(slug)])
  wordsByTarget.set(target, known)
  return known
}

const wordsByTarget = new WeakMap<LinkTarget, ReadonlySet<string>>()

function wordsOf(text: string): string[] {
  return slugify(text).split(/[-_]/).filter(Boolean)
}
