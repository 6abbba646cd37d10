import { readFile } from 'node:fs/promises'
import { decodeWindows1252 } from './windows-1252'

/**
 * Reads a text file. UTF-16 is recognized by its byte order mark or its zero bytes; invalid UTF-8 is read as Windows-1252, the
 * encoding of old editors.
 * @returns `decoded` names the encoding if it was not UTF-8
 */
export async function readText(path: string): Promise<{ text: string; decoded?: string }> {
  const bytes = await readFile(path)
  const encoding = encodingOf(bytes)
  // A file of UTF-16 that was cut off, or has half of a pair in it, is still no other encoding.
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes), decoded: encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: decodeWindows1252(bytes), decoded: 'windows-1252' }
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return wideEncodingOf(bytes) ?? 'utf-8'
}

/**
 * UTF-16 without a byte order mark: text holds no zero bytes, but every other byte of ASCII in UTF-16 is zero. Read as
 * UTF-8, `draft: true` would be lost in it.
 */
function wideEncodingOf(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 1024)
  const zeros = { even: 0, odd: 0 }
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd']++
  const isMany = Math.max(zeros.even, zeros.odd) > start.length / 8
  // Chinese under front matter of two lines has few zeros, but its front matter begins with `---`.
  const [first, second, third, fourth] = start
  if (isMany ? zeros.odd > zeros.even : first && second === 0 && third && fourth === 0) return 'utf-16le'
  return isMany || (first === 0 && second && third === 0 && fourth) ? 'utf-16be' : undefined
}
