import type { Entry } from './entry'

/**
 * Reads the header of Pelican and MultiMarkdown: `Key: value` lines at the top of a file, without a fence around them. A
 * value continues on lines that are indented by four spaces. Prose may begin with a word and a colon, so a header needs a
 * title and another key of a post.
 * @param first the first line that is not blank, counted from 0
 * @returns undefined if there is no header; `end` is the first line after it
 * @see https://docs.getpelican.com/en/latest/content.html#file-metadata
 */
export function readMetadataHeader(
  lines: readonly string[],
  first: number,
): { entries: Entry[]; end: number } | undefined {
  const entries: Entry[] = []
  let end = first
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const [, key, value = ''] = KEY.exec(line) ?? []
    const last = entries.at(-1)
    if (key) entries.push(entryOf(key, value.trim(), end + 1, line.length - value.trimStart().length + 1))
    else if (last && CONTINUED.test(line))
      entries.splice(-1, 1, { ...last, ...sameText(`${last.value} ${line.trim()}`.trim()) })
    else break
  }
  const known = new Set(entries.map(({ key }) => key.toLowerCase()))
  const isHeader = known.has('title') && [...known].some((key) => POST_KEYS.has(key))
  return isHeader ? { entries: entries.flatMap(withDraft), end } : undefined
}

const KEY = /^ {0,3}([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/
const CONTINUED = /^(?: {4,}|\t)\S/
const POST_KEYS = new Set(
  'date modified category categories tags keywords slug author authors summary description status lang template'.split(
    ' ',
  ),
)

function entryOf(key: string, value: string, line: number, column: number): Entry {
  return { key, ...sameText(value), line, column: 1, valuePlace: { line, column } }
}

function sameText(value: string): Pick<Entry, 'value' | 'text'> {
  return { value, text: value }
}

/** Pelican's `Status: draft`, and `hidden`, which is left out of all lists. */
function withDraft(entry: Entry): Entry[] {
  if (entry.key.toLowerCase() !== 'status') return [entry]
  const isDraft = /^(?:draft|hidden|skip)$/i.test(String(entry.value))
  return [entry, { ...entry, key: 'draft', value: isDraft, text: String(isDraft) }]
}
