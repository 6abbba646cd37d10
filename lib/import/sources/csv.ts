/**
 * Reads CSV with a line of names, as RFC 4180 describes it: quoted values may hold commas, quotes and line endings.
 * @returns a row as a map from name to value
 */
export function parseCsv(text: string): Map<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(FIELD)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  const [names = [], ...values] = rows
  return values
    .filter((row) => row.some(Boolean))
    .map((row) => new Map(names.map((name, index) => [name.trim(), row[index] ?? ''])))
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g
