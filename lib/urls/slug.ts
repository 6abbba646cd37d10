import { createHash } from 'node:crypto'
import { parseDate } from '../dates'
import { trimEndOf } from '../model/trim-end'

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
    .replace(/^-|-$/g, '')
}

/**
 * Shortens a slug to what every file system can keep: a page is a file with its slug as name, and with endings of Next's
 * and of temporary files after it. Different slugs stay different.
 * @returns the same slug if it has at most `MAX_SLUG_BYTES` in UTF-8
 */
export function shortenSlug(slug: string): string {
  if (Buffer.byteLength(slug) <= MAX_SLUG_BYTES) return slug
  const digest = createHash('sha256').update(slug).digest('hex').slice(0, 8)
  const cut = Buffer.from(slug).subarray(0, MAX_SLUG_BYTES - digest.length - 1)
  const start = trimEndOf(new TextDecoder().decode(cut), '\uFFFD-')
  return `${start}-${digest}`
}

/** Of 255 that file systems allow for a name. */
export const MAX_SLUG_BYTES = 180

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
