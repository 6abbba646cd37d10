/** Counts each word, the most frequent first, then in alphabetical order. */
export function countEach<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const counts = new Map<Word, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return Object.assign({}, ...sorted.map(([word, count]) => ({ [word]: count })))
}
