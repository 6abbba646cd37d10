import type { Entry } from '../front-matter/entry'
import { readFrontMatter } from '../front-matter/read-front-matter'
import { parseYaml } from '../front-matter/yaml'
import type { Cell, NotebookFile } from './notebook-file'

/** Front matter of a notebook. */
export interface NotebookFields {
  entries: Entry[]
  /** How many lines of the first cell it takes. */
  lines: number
}

/**
 * Reads the front matter of a notebook: what the first cell says (YAML between `---` and `---` as in Quarto and nbdev,
 * or a title with a list of keys below it as in fastpages), then the metadata (Jupyter's own `title` and `authors`,
 * Nikola's).
 * @param lineOf the line of the file that holds a line of the first cell, both counted from 1
 */
export function readNotebookFields(
  { metadata, cells }: NotebookFile,
  lineOf: (line: number) => number,
): NotebookFields {
  const own = cells[0] && readFirstCell(cells[0])
  const given = (own?.entries ?? []).map((entry) => ({
    ...entry,
    line: lineOf(entry.line),
    valuePlace: { ...entry.valuePlace, line: lineOf(entry.valuePlace.line) },
  }))
  const known = new Set(given.map(({ key }) => key.toLowerCase()))
  const nikola = metadata.nikola
  const all = { ...metadata, ...(typeof nikola === 'object' ? nikola : {}) }
  const more = Object.entries(all).filter(
    ([key, value]) => FIELDS.has(key) && !known.has(key) && value !== '' && value !== null,
  )
  return { entries: [...given, ...more.map(([key, value]) => entryOf(key, value))], lines: own?.lines ?? 0 }
}

/** Only metadata that is known to be about the text: programs also store other data there. */
const FIELDS = new Set(
  'title authors author date updated tags keywords categories category description summary slug draft image series permalink aliases canonical_url lang'.split(
    ' ',
  ),
)

function entryOf(key: string, value: unknown): Entry {
  return { key, value, text: value, line: 1, column: 1, valuePlace: { line: 1, column: 1 } }
}

function readFirstCell({ type, source }: Cell): NotebookFields | undefined {
  if (type === 'code') return undefined
  if (/^\s*---\s*\n/.test(source)) {
    const { entries, bodyLine, format } = readFrontMatter(source)
    return format === 'yaml' ? { entries, lines: bodyLine - 1 } : undefined
  }
  return readTitleList(source)
}

/** `# Title`, `> A summary.`, then `- key: value` on each line. @see https://fastpages.fast.ai/jupyter/2020/02/20/test.html */
function readTitleList(source: string): NotebookFields | undefined {
  const lines = source.split('\n')
  const keys = lines.flatMap((line, index) => {
    const [, key, value = ''] = /^- ([a-z_]+):\s*(.*)$/.exec(line) ?? []
    return key ? [{ key, value, index }] : []
  })
  const isPlain = lines.every((line) => line.trim() === '' || /^(?:# |> |- [a-z_]+:)/.test(line))
  if (keys.length === 0 || !isPlain) return undefined
  const at = (line: string | undefined) => lines.indexOf(line ?? '') + 1
  const title = lines.find((line) => line.startsWith('# '))
  const summary = lines.find((line) => line.startsWith('> '))
  const found = [
    ...(title ? [{ ...entryOf('title', title.slice(2).trim()), line: at(title) }] : []),
    ...(summary ? [{ ...entryOf('description', unquote(summary.slice(2))), line: at(summary) }] : []),
    ...keys.flatMap(({ key, value, index }) =>
      parseYaml(`${key}: ${value}`).entries.map((entry) => ({
        ...entry,
        line: index + 1,
        valuePlace: { line: index + 1, column: 1 },
      })),
    ),
  ]
  return { entries: found, lines: lines.length }
}

function unquote(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1')
}
