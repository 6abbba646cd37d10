import { shorten } from '../text/shorten'
import type { Entry, EntryProblem } from './entry'
import { TABLE } from './field-table'
import { nearestKey } from './nearest-key'
import type { Wrong } from './values'

/**
 * Suggests the key that was meant if an unknown key is similar to a known one. An error if the known key hides a post:
 * `drat: true` would publish a draft.
 */
export function mistypedKey(entry: Entry): EntryProblem[] {
  const near = EVERYDAY.has(entry.key.toLowerCase()) ? undefined : nearestKey(entry.key, KNOWN_KEYS)
  if (!near) return []
  return [
    {
      severity: HIDING.has(near) ? 'error' : 'warning',
      rule: 'unknown-key',
      line: entry.line,
      column: entry.column,
      message: `\`${entry.key}\` is not a key that Quire knows; you probably mean \`${near}\`.`,
      hint: `Write \`${near}:\`, or rename your own key so that it cannot be confused with it.`,
    },
  ]
}

/**
 * Reports a wrong value with the expected one.
 * @param outcome how it is treated instead
 * @param severe it might publish what the author wanted to hide
 */
export function wrongValue(
  entry: Entry,
  { expected, example }: Wrong,
  outcome: string,
  severe = false,
): EntryProblem {
  return {
    severity: severe ? 'error' : 'warning',
    rule: 'wrong-value',
    ...entry.valuePlace,
    message: `\`${entry.key}\` is ${shorten(JSON.stringify(entry.value), 60)}, which is not ${expected}; ${outcome}.`,
    hint: `Write ${expected} such as ${example}, or delete the line.`,
  }
}

/** Keys that keep a post from being published. */
const HIDING = new Set(['draft', 'published', 'publish'])

/**
 * Keys of other systems that look like known keys but are not: Hugo's `type`, `url` of a menu, and everyday words that
 * people use for themselves. They are kept in `extra` without a warning.
 */
const EVERYDAY = new Set(
  'data id kind lead link links mark markup menu menus name names note notes page pages rating role time type types'.split(
    ' ',
  ),
)

/** The keys that a mistyped key is compared with: our names, and those of other systems if they are long enough. */
const KNOWN_KEYS = Object.entries(TABLE).flatMap(([name, field]) =>
  field.map(([key]) => key).filter((key) => key === name || key.length >= 6),
)
