import type { DialectRecord } from '../../dialects/dialect'
import type { Entry, EntryProblem } from './entry'
import { mistypedKey, wrongValue } from './field-problems'
import { FIELD_NAMES, type FieldName, type Fields, JOINED, TABLE } from './field-table'
import { isMap } from './is-map'

export interface FieldsResult {
  fields: Fields
  /** Every key that Quire does not define or that another key overrides, as written. */
  extra: Record<string, unknown>
  /** The entry that gave a field its value. */
  origin: Partial<Record<keyof Fields, Entry>>
  /** Fields whose value could not be read, which is reported. */
  wrong: Set<FieldName>
  problems: EntryProblem[]
}

/**
 * Reads a front matter of any blog system under our names. Keys match in any letter case; of several keys that
 * mean the same, the first of the table counts.
 * @param kind in the author's own posts a key that looks mistyped is reported. In an imported blog such a key never
 *   had a meaning, so nothing is lost by keeping it.
 */
export function readFields(
  entries: readonly Entry[],
  dialect: DialectRecord,
  kind: 'own' | 'imported' = 'imported',
): FieldsResult {
  // Top-level keys take precedence over those in a table of the theme.
  const nested = nestedEntries(entries)
  const layers = [entries, nested].map(
    (layer) => new Map(layer.map((entry) => [entry.key.toLowerCase(), entry])),
  )
  const used = new Set<Entry>()
  const wrong = new Set<FieldName>()
  const settled = new Set<Entry>()
  const origin: FieldsResult['origin'] = {}
  const problems: EntryProblem[] = []

  const fields: Fields = {}
  function take<K extends FieldName>(field: K): void {
    const [[, readOwn]] = TABLE[field]
    const names = [...TABLE[field], ...(dialect.keys?.[field] ?? []).map((key) => [key, readOwn] as const)]
    const candidates = layers.flatMap((layer) =>
      names.map(([key, read]) => ({ read, entry: layer.get(key.toLowerCase()) })),
    )
    for (const { read, entry } of candidates) {
      if (!entry) continue
      const reading = entry.value === null ? 'empty' : read(entry, dialect)
      if (reading === 'foreign') continue
      used.add(entry)
      if (reading === 'empty') {
        settled.add(entry)
        continue
      }
      if ('expected' in reading) {
        // A theme's table may mean anything by the same word.
        if (nested.includes(entry)) continue
        const isHidden = field === 'draft' && kind === 'imported'
        const outcome = isHidden ? 'the post is kept as a draft' : 'it is ignored'
        problems.push(wrongValue(entry, reading, outcome, field === 'draft' && !isHidden))
        wrong.add(field)
        if (isHidden) fields.draft = true
        // In an old blog a value that we cannot interpret may have had a meaning: it is kept.
        if (kind === 'own') settled.add(entry)
        continue
      }
      if (reading.doubt)
        problems.push(wrongValue(entry, reading.doubt, `it is read as ${describe(reading.value)}`))
      settled.add(entry)
      origin[field] ??= entry
      const before: unknown = fields[field]
      if (Array.isArray(before) && Array.isArray(reading.value)) before.push(...reading.value)
      else fields[field] = reading.value
      if (!JOINED.has(field)) return
    }
  }
  // In a vault `aliases` are other names of a note, not URLs: links are looked up by them in `extra`.
  for (const field of FIELD_NAMES) if (field !== 'aliases' || !dialect.aliasesAreNames) take(field)

  const extra = Object.fromEntries(
    entries.filter((entry) => !settled.has(entry)).map(({ key, value }) => [key, value]),
  )
  if (kind === 'own') problems.push(...entries.filter((entry) => !used.has(entry)).flatMap(mistypedKey))
  return { fields, extra, origin, wrong, problems }
}

function describe(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  return value
    .map((item) => (isMap(item) && typeof item.name === 'string' ? item.name : String(item)))
    .join(', ')
}

/** Zola keeps its taxonomies, Hugo and Zola a theme's keys in separate tables; their meaning is the same. */
function nestedEntries(entries: readonly Entry[]): Entry[] {
  return entries
    .filter((entry) => ['taxonomies', 'params', 'extra'].includes(entry.key.toLowerCase()))
    .flatMap((entry) => {
      const texts = isMap(entry.text) ? entry.text : {}
      return Object.entries(isMap(entry.value) ? entry.value : {}).map(([key, value]) => ({
        ...entry,
        key,
        value,
        text: texts[key] ?? null,
      }))
    })
}
