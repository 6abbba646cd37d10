import { parseDate } from '../dates'

/**
 * The only rule for the last segment of a URL. In order: Unicode NFC, so that a file name written on macOS
 * gives the same URL; lower case; apostrophes are removed (`don't` is `dont`); every other run of characters that
 * are not letters, marks, digits or underscores, of any script, becomes one hyphen; none at either end.
 * `Rust 1.86.0` is `rust-1-86-0`, `Über uns` is `über-uns`, `C++` is `c`.
 * @returns an empty string if nothing is left
 */
export function slugify(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * Splits the name of a post's file or folder into its date and the rest.
 * @param name without its extension: `2021-7-15-hello`
 * @returns `{ date: '2021-07-15', rest: 'hello' }`; no date if the digits are not a calendar date. A name
 *   that is only a date also keeps it as its rest, because the URL needs one.
 */
export function splitDatePrefix(name: string): { date?: string; rest: string } {
  const [, figures, rest = ''] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ .]+(.*))?$/su.exec(name) ?? []
  const date = figures && parseDate(figures)
  return date ? { date, rest: rest || date } : { rest: name }
}
