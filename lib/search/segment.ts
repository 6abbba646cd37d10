/**
 * Separates the characters of scripts that write words without spaces, so that each is a word. The index
 * and every query use this function: a query of such characters is then a phrase of single characters,
 * which finds each substring of a text, and nothing else.
 */
export function segment(text: string): string {
  return text.replace(UNSPACED_RUN, (run) => ` ${graphemesOf(run).join(' ')} `).replace(/ {2,}/g, ' ')
}

/** Undoes `segment`, for texts that people read. Markup between two characters stays. */
export function unsegment(text: string): string {
  return text.replace(BETWEEN_UNSPACED, '$1').replace(/ (?=[、。，．！？：；」』）])/gu, '')
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
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(run),
    (each) => each.segment,
  )
}

const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30FC]'
const UNSPACED_RUN = new RegExp(`${UNSPACED}+`, 'gu')
const BETWEEN_UNSPACED = new RegExp(`(?<=${UNSPACED}(?:</mark>)?) ((?:<mark>)?)(?=${UNSPACED})`, 'gu')

/** Accents of Latin, Greek and Cyrillic (ё is е with one), vowel points of Hebrew and Arabic. */
const OPTIONAL_MARKS =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670\u0640]/gu
