import type { Term } from '../../model/post'
import { trimEndOf } from '../../model/trim-end'
import { shortenSlug } from '../../urls/slug'

/**
 * A tag, category, series or author as the author wrote it and its URL. `C++`, `c++` and ` C++ ` are the same term, `cpp`;
 * `C#` is `csharp`. Every name has a slug: one without a letter or digit is named by its code points.
 * @returns undefined for an empty name
 */
export function toTerm(name: string, urlOf: (slug: string) => string): Term | undefined {
  const shown = name.trim()
  if (shown === '') return undefined
  const slug = slugOf(shown)
  return { name: shown, slug, url: urlOf(slug) }
}

/** Several names, each slug once, in the author's order. */
export function toTerms(names: readonly string[], urlOf: (slug: string) => string): Term[] {
  const terms = new Map<string, Term>()
  for (const name of names) {
    const term = toTerm(name, urlOf)
    if (term && !terms.has(term.slug)) terms.set(term.slug, term)
  }
  return [...terms.values()]
}

function slugOf(name: string): string {
  const slug = spellOut(name.normalize('NFC'))
    .toLowerCase()
    .replace(/[\s/]+/gu, '-')
    .replace(NO_PART_OF_A_SLUG, '')
    .replace(/^-+/, '')
  return shortenSlug(
    trimEndOf(slug, '-') ||
      Array.from(name, (character) => `u${character.codePointAt(0)?.toString(16)}`).join('-'),
  )
}

/** Letters, marks, digits, connectors, hyphens and emoji are kept. */
const NO_PART_OF_A_SLUG = /[^\p{L}\p{M}\p{N}\p{Pc}\p{Extended_Pictographic}\p{Regional_Indicator}-]/gu

/** Characters that a slug would lose although they distinguish names: C, C++, C# and .NET are four terms. */
function spellOut(name: string): string {
  return name
    .replace(/(?<=\p{L})\++/gu, (plus) => 'p'.repeat(plus.length))
    .replace(/(?<=\p{L})#/gu, 'sharp')
    .replace(/(?<=\p{L})\*/gu, '-star')
    .replace(/^\.(?=\p{L})/u, 'dot')
}
