/**
 * Divides scripts that write words without spaces into pairs of characters that overlap, each of them a word: 新幹線 is
 * 新幹, 幹線 and 線. A query becomes the same pairs in the same order, which finds each part of a text, and nothing
 * else. Single characters would find the same, but each of them is in nearly every text: at ten thousand posts the
 * index of one is hundreds of kilobytes.
 */
export function segment(text: string): string {
  return spaceOut(text, (characters) =>
    characters.map((character, at) => character + (characters[at + 1] ?? '')),
  )
}

/**
 * The pairs that a query is looked up with. Each needs another file of the index, so long queries become three pairs that
 * do not overlap: their results have to be compared with the query.
 */
export function segmentQuery(text: string): string {
  return spaceOut(text, (characters) => {
    if (characters.length === 1) return characters
    const step = characters.length > MAX_PHRASE ? 2 : 1
    return characters
      .slice(0, -1)
      .map((character, at) => character + (characters[at + 1] ?? ''))
      .filter((_, at) => at % step === 0)
      .slice(0, MAX_PHRASE - 1)
  })
}

/** In characters: the longest query that is looked up with all of its pairs, in their order. */
export const MAX_PHRASE = 4

/** Undoes `segment`, for texts that people read. Markup between two pairs stays. */
export function unsegment(text: string): string {
  return text
    .replace(UNSPACED_RUN, (pair) => graphemesOf(pair)[0] ?? '')
    .replace(BETWEEN_UNSPACED, '$1')
    .replace(/ (?=[、。，．！？：；」』）])/gu, '')
}

function spaceOut(text: string, divide: (characters: string[]) => string[]): string {
  return text.replace(UNSPACED_RUN, (run) => ` ${divide(graphemesOf(run)).join(' ')} `).replace(/ {2,}/g, ' ')
}

/** Whether a text contains characters of a script that writes words without spaces. */
export function isUnspaced(text: string): boolean {
  return new RegExp(UNSPACED, 'u').test(text)
}

/** One normal form for texts and queries: compatible characters, lower case, and without accents that people leave out. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(OPTIONAL_MARKS, '').normalize('NFC').toLowerCase()
}

function graphemesOf(run: string): string[] {
  return Array.from(graphemes.segment(run), (each) => each.segment)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30FC]'
const UNSPACED_RUN = new RegExp(`${UNSPACED}+`, 'gu')
const BETWEEN_UNSPACED = new RegExp(`(?<=${UNSPACED}(?:</mark>)?) ((?:<mark>)?)(?=${UNSPACED})`, 'gu')

/** Accents of Latin, Greek and Cyrillic (ё is е with one), vowel points of Hebrew and Arabic. */
const OPTIONAL_MARKS =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670\u0640]/gu
