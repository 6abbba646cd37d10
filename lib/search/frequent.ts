import { rememberByText } from './remember'
import type { SearchDocument } from './search-document'
import { foldText } from './segment'

/**
 * The words of a large blog that a tenth of its posts or more contain. The index holds only the first place of each in a
 * post: all places of "the" in ten thousand posts would be half a megabyte, which a reader would load with every word
 * that is beside it in the alphabet.
 */
export function listFrequent(documents: readonly SearchDocument[]): ReadonlySet<string> {
  if (documents.length < LARGE) return new Set()
  const holders = new Map<string, number>()
  for (const { sections } of documents) {
    const words = new Set(sections.flatMap(({ text }) => text.match(TOKEN) ?? []).map(wordOf))
    for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  const least = documents.length / 10
  return new Set([...holders].flatMap(([word, count]) => (word !== '' && count >= least ? [word] : [])))
}

/**
 * Writes the frequent words of a text in characters that are no letters, except where a post has one for the first time:
 * they stay in the text that results show, and are not indexed.
 * @param seen frequent words that this post has had; those of this text are added
 */
export function hideFrequent(text: string, frequent: ReadonlySet<string>, seen: Set<string>): string {
  if (frequent.size === 0) return text
  return text.replace(TOKEN, (token) => {
    const word = wordOf(token)
    if (!frequent.has(word)) return token
    if (seen.has(word)) return hide(token)
    seen.add(word)
    return token
  })
}

/** Undoes `hideFrequent`. */
export function revealFrequent(text: string): string {
  return text.replace(HIDDEN, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - OFFSET))
}

/** Each spelling is folded once: a blog repeats most of them. */
const wordOf = rememberByText((token) => foldText(token.replace(EDGES, '')))

/** All of it: Pagefind would index the rest as a word. */
function hide(token: string): string {
  return Array.from(token, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < LIMIT ? String.fromCodePoint(code + OFFSET) : character
  }).join('')
}

/** Posts: below this the largest part of an index is small. */
const LARGE = 500

const TOKEN = /\S+/gu
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** The first private plane of Unicode: nobody writes these characters. Its last two are no characters. */
const OFFSET = 0xf0000
const LIMIT = 0xfffe
const HIDDEN = /[\u{F0000}-\u{FFFFD}]/gu
