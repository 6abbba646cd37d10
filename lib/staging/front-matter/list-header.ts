import { parseDate } from '../../dates'
import { type Entry, moveEntryDown } from './entry'
import { parseYaml } from './yaml'

/**
 * Reads the header of Liquidluck, Felix and Writeup: the title as a heading, then a list of `- key: value`. Prose may begin with
 * a list, so a header needs a date.
 * @param first the first line that is not blank, counted from 0
 * @returns undefined if there is no header; `end` is the first line after it
 */
export function readListHeader(
  lines: readonly string[],
  first: number,
): { entries: Entry[]; end: number } | undefined {
  const [, title] = /^#[ \t]+(.*?)[ \t#]*$/.exec(lines[first] ?? '') ?? []
  if (!title) return undefined
  let start = first + 1
  while (lines[start]?.trim() === '') start++
  let end = start
  while (/^- [A-Za-z][\w-]*:|^ {2,}- /.test(lines[end] ?? '')) end++
  // The keys become those of a map: their lists are indented as YAML wants it.
  const { entries, problems } = parseYaml(
    lines
      .slice(start, end)
      .map((line) => line.replace(/^- ([\w-]+:)[ \t]*(.*)$/, quoteValue))
      .join('\n'),
  )
  const date = entries.find(({ key }) => key.toLowerCase() === 'date')?.value
  if (problems.length > 0 || typeof date !== 'string' || !parseDate(date)) return undefined
  const heading = { line: first + 1, column: 3 }
  const ofTitle = { key: 'title', value: title, text: title, line: first + 1, column: 1, valuePlace: heading }
  return {
    entries: [ofTitle, ...entries.map((entry) => ({ ...moveEntryDown(entry, start), column: 3 }))],
    end,
  }
}

/** A value is text up to the end of its line, whatever YAML would make of it. */
function quoteValue(_: string, key: string, value: string): string {
  return value === '' ? key : `${key} ${JSON.stringify(value)}`
}
