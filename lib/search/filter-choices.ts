import type { SearchDocument } from './search-document'

/**
 * What the dialog offers to narrow a search: the most frequent tags, and all years, the newest first. Pagefind could say
 * so too, but would load the posts of every tag first.
 */
export function listFilterChoices(documents: readonly SearchDocument[]): FilterChoices {
  const tags = countValues(documents.flatMap(({ tags }) => [...new Set(tags)]))
  const years = countValues(documents.flatMap(({ year }) => (year ? [year] : [])))
  return {
    tag: tags.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_TAGS),
    year: years.sort((a, b) => (a.value < b.value ? 1 : -1)),
  }
}

function countValues(values: readonly string[]): FilterChoice[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Array.from(counts, ([value, count]) => ({ value, count }))
}

/** More are no help in a list; the page of each tag shows its posts. */
const MAX_TAGS = 300

export interface FilterChoices {
  tag: FilterChoice[]
  year: FilterChoice[]
}

export interface FilterChoice {
  value: string
  /** Number of posts. */
  count: number
}
