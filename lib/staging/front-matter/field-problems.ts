import type { Entry, EntryProblem } from './entry'
import { TABLE } from './field-table'
import { nearestKey } from './nearest-key'
import type { Wrong } from './values'

/** An error that names the key meant, where an unknown key is nearly a known one. */
export function mistypedKey(entry: Entry): EntryProblem[] {
  const near = EVERYDAY.has(entry.key.toLowerCase()) ? undefined : nearestKey(entry.key, KNOWN_KEYS)
  if (!near) return []
  return [
    {
      severity: 'error',
      rule: 'unknown-key',
      line: entry.line,
      column: entry.column,
      message: `\`${entry.key}\` is no key that Quire knows; you probably mean \`${near}\`.`,
      hint: `Write \`${near}:\`, or rename your own key so that it cannot be taken for it.`,
    },
  ]
}

/** What a key's value should have been. @param severe it would publish, misplace or lose a post */
export function wrongValue(entry: Entry, { expected, example }: Wrong, severe: boolean): EntryProblem {
  return {
    severity: severe ? 'error' : 'warning',
    rule: 'wrong-value',
    ...entry.valuePlace,
    message: `\`${entry.key}\` is ${shorten(JSON.stringify(entry.value))}, which is not ${expected}.`,
    hint: `Write ${expected} such as ${example}, or delete the line.`,
  }
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}

/**
 * Keys of other systems that look like ours but are not: Hugo's `type`, `url` of a menu, and everyday words that
 * people use for themselves. They are kept in `extra` without a word.
 */
const EVERYDAY = new Set(
  'data id kind lead link links mark markup menu menus name names note notes page pages rating role time type types'.split(
    ' ',
  ),
)

/** What a key may be mistyped from: our names, and others' where they are too long to be another word by chance. */
const KNOWN_KEYS = Object.entries(TABLE).flatMap(([name, field]) =>
  field.map(([key]) => key).filter((key) => key === name || key.length >= 6),
)
