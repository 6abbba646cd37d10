/**
 * The encoding of old editors. This table is needed because Node 20 reads `windows-1252` as Latin-1.
 * @see https://encoding.spec.whatwg.org/index-windows-1252.txt
 */

/** The characters of the bytes 0x80 to 0x9F. The five bytes that have none stay C1 controls. */
export const HIGH_CHARACTERS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** The byte of a character of Windows-1252 or Latin-1. */
export function toByte(character: string): number {
  const high = HIGH_CHARACTERS.indexOf(character)
  return high >= 0 ? 0x80 + high : character.charCodeAt(0)
}

/** Reads bytes as Windows-1252. Never fails: every byte is a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (control) => HIGH_CHARACTERS.charAt(control.charCodeAt(0) - 0x80))
}
