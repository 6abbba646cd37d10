import { readFile } from 'node:fs/promises'
import { decodeWindows1252 } from './windows-1252'

/**
 * Reads a text file. UTF-16 with a byte order mark is read as such; invalid UTF-8 is read as Windows-1252, the
 * encoding of old editors.
 * @returns `decoded` names the encoding if it was not UTF-8
 */
export async function readText(path: string): Promise<{ text: string; decoded?: string }> {
  const bytes = await readFile(path)
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return encoding === 'utf-8' ? { text } : { text, decoded: encoding }
  } catch {
    return { text: decodeWindows1252(bytes), decoded: 'windows-1252' }
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
