import { stat } from 'node:fs/promises'
import { parse as parseYamlValue } from 'yaml'
import { ownValue, setOwn } from '../../model/records'
import type { Blog } from '../blogs/blog'
import type { ParsedEntries } from '../front-matter/entry'
import { parseToml } from '../front-matter/toml'
import { parseYaml } from '../front-matter/yaml'
import { readText } from '../text/read-text'

/**
 * The files of `_data` as templates see them: `_data/people/ada.yml` is `site.data.people.ada`.
 * @see https://jekyllrb.com/docs/datafiles/
 */
export async function readSiteData({ dir, files }: Blog): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {}
  for (const path of files) {
    const [, name, extension] = /^(?:source\/)?_data\/(.+)\.(ya?ml|json|csv|tsv)$/.exec(path) ?? []
    if (!name || !extension) continue
    const file = `${dir}/${path}`
    if ((await stat(file)).size > MAX_BYTES) continue
    const value = parseDataFile((await readText(file)).text, extension)
    setIn(data, name.split('/'), value)
  }
  return data
}

/** Larger files are not data that a post shows. */
const MAX_BYTES = 2_000_000

/** Reads a data file as well as possible. @param extension without the dot */
export function parseDataFile(text: string, extension: string): unknown {
  if (extension === 'csv' || extension === 'tsv') return parseTable(text, extension === 'csv' ? ',' : '\t')
  if (extension === 'toml') return valuesOf(parseToml(text))
  try {
    return parseYamlValue(text, { maxAliasCount: 1000, uniqueKeys: false, logLevel: 'silent' })
  } catch {
    return valuesOf(parseYaml(text))
  }
}

function valuesOf({ entries }: ParsedEntries): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]))
}

/** A row for each line, its cells by the names in the first one. */
export function parseTable(text: string, separator: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => splitCells(line, separator))
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}

function splitCells(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? ''
    if (char === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"'
      at++
    } else if (char === '"') isQuoted = !isQuoted
    else if (char === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += char
  }
  return [...cells, cell]
}

/** Sets a value below the names of a path, and creates what is missing on the way. */
export function setIn(data: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    setOwn(data, name, value)
    return
  }
  const known = ownValue(data, name)
  const inner: Record<string, unknown> = typeof known === 'object' && known !== null ? { ...known } : {}
  setIn(inner, rest, value)
  setOwn(data, name, inner)
}
