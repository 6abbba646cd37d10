/**
 * Counts words by Unicode segmentation, so that Chinese and Thai words are counted too.
 *
 * `Intl.Segmenter` takes a second for a hundred kilobytes (its time is quadratic in the length), so it
 * only gets short pieces, and only if the simple rule for Latin letters is not enough.
 * @param lang BCP 47; an unknown language counts as English
 * @see https://unicode.org/reports/tr29/#Word_Boundaries
 */
export function countWords(text: string, lang: string): number {
  let words = 0
  for (const [piece] of text.matchAll(/\S+/g)) {
    if (latin.test(piece)) words += piece.match(latinWord)?.length ?? 0
    else if (piece.length <= LONG) words += countSegments(piece, lang)
    else for (const part of divide(piece)) words += countSegments(part, lang)
  }
  return words
}

/** A run this long without a space is not a word of a script with spaces: it may be split at punctuation. */
const LONG = 60

/** If nothing splits it for hundreds of characters it is cut: at most one word in them is counted twice. */
const MAX_PIECE = 500

function* divide(text: string): Generator<string> {
  for (const part of text.split(/(?<=\p{P})/u))
    for (let start = 0; start < part.length; start += MAX_PIECE) yield part.slice(start, start + MAX_PIECE)
}

const letter = 'A-Za-zªµºÀ-ÖØ-öø-ɏ'
/** Latin letters, digits, and punctuation with simple rules. */
const latin = new RegExp(`^[\\x21-\\x7e\\u00a1-\\u00bf×÷${letter}‘’“”–—…•→←]+$`)
/** Rules WB5 to WB13b for these: `can't`, `e.g`, `3.14`, `snake_case` are one word each; `_` alone is not a word. */
const latinWord = new RegExp(
  `_*[${letter}0-9][${letter}0-9_]*(?:(?<=[${letter}])['’.:·](?=[${letter}])[${letter}0-9_]+|(?<=[0-9])[.,;'’](?=[0-9])[${letter}0-9_]+)*`,
  'g',
)

function countSegments(text: string, lang: string): number {
  let words = 0
  for (const segment of segmenter(lang).segment(text)) if (segment.isWordLike) words++
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known) return known
  const isKnown = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang)
  const made = new Intl.Segmenter(isKnown ? lang : 'en', { granularity: 'word' })
  segmenters.set(lang, made)
  return made
}
