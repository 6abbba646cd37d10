import { createHash } from 'node:crypto'
import { z } from 'zod'

/** What is written to a cache, with a hash of itself. */
export function formatEntry(key: string, text: object): string {
  return JSON.stringify({ key, hash: hashOf(text), text })
}

/** @returns undefined where the file is damaged, or belongs to another key */
export function readEntry<Value extends object>(file: string, key: string): Value | undefined {
  try {
    // The hash proves that the text is what was written, so only the fields needed to verify it are checked.
    const entry = entrySchema.parse(JSON.parse(file))
    const text = z.custom<Value>(isObject).parse(entry.text)
    return entry.key === key && entry.hash === hashOf(text) ? text : undefined
  } catch {
    return undefined
  }
}

function hashOf(text: object): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

const entrySchema = z.object({ key: z.string(), hash: z.string(), text: z.unknown() })
