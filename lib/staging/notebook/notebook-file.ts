import { z } from 'zod'

/** A notebook of any version of its format, as version 4 has it: one list of cells. */
export interface NotebookFile {
  metadata: Readonly<Record<string, unknown>>
  /** Of the kernel: `python`. Empty if the notebook does not say. */
  language: string
  cells: Cell[]
}

export interface Cell {
  type: 'markdown' | 'code' | 'raw'
  source: string
  /** The lines of the source as strings of the file: one for each, or one for all. */
  strings: readonly string[]
  metadata: Readonly<Record<string, unknown>>
  outputs: Output[]
  /** Pictures pasted into the cell, by name and type. */
  attachments: Readonly<Record<string, MimeBundle>>
}

export type Output =
  | { type: 'stream' | 'error'; text: string }
  | { type: 'data'; data: MimeBundle; metadata: Readonly<Record<string, unknown>> }

/** Representations of one output by media type. Text and Base64 as one string, JSON as it is. */
export type MimeBundle = Readonly<Record<string, unknown>>

/**
 * Reads the JSON of a notebook, versions 1 to 4.
 * @returns undefined if it is valid JSON and no notebook
 * @throws {SyntaxError} if it is not JSON
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function readNotebookFile(text: string): NotebookFile | undefined {
  const parsed = notebookSchema.safeParse(JSON.parse(text))
  if (!parsed.success) return undefined
  const { metadata, worksheets } = parsed.data
  const cells = parsed.data.cells ?? worksheets?.flatMap((sheet) => sheet.cells)
  if (!cells) return undefined
  const info = recordSchema.parse(metadata.language_info)
  const kernel = recordSchema.parse(metadata.kernelspec)
  const named = [info.name, kernel.language, cells.find(({ language }) => language)?.language]
  return {
    metadata,
    language: String(named.find((name) => typeof name === 'string') ?? ''),
    cells: cells.map(toCell),
  }
}

function toCell(cell: z.infer<typeof cellSchema>): Cell {
  const written = cell.source ?? cell.input ?? ''
  const source = typeof written === 'string' ? written : written.join('')
  const heading = cell.cell_type === 'heading' ? `${'#'.repeat(cell.level)} ` : ''
  return {
    type: cell.cell_type === 'code' || cell.cell_type === 'raw' ? cell.cell_type : 'markdown',
    source: heading + source,
    strings: typeof written === 'string' ? [written] : written,
    metadata: cell.metadata,
    outputs: cell.outputs.flatMap(toOutput),
    attachments: cell.attachments,
  }
}

function toOutput(written: unknown): Output[] {
  const { output_type: type, ...output } = recordSchema.parse(written)
  if (type === 'stream') return [{ type, text: joined(output.text) }]
  if (type === 'error' || type === 'pyerr') {
    const traceback = Array.isArray(output.traceback) ? output.traceback.map(joined).join('\n') : ''
    return [{ type: 'error', text: traceback || `${joined(output.ename)}: ${joined(output.evalue)}` }]
  }
  const data = type === undefined ? {} : { ...olderData(output), ...recordSchema.parse(output.data) }
  const bundle = Object.entries(data).map(([mime, value]) => [mime, isText(value) ? joined(value) : value])
  return bundle.length === 0
    ? []
    : [{ type: 'data', data: Object.fromEntries(bundle), metadata: recordSchema.parse(output.metadata) }]
}

/** Before version 4 representations were keys of the output, by short names. */
function olderData(output: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found = Object.entries(output).flatMap(([key, value]) => {
    const mime = OLDER_NAMES.get(key)
    return mime ? [[mime, value] as const] : []
  })
  return Object.fromEntries(found)
}

const OLDER_NAMES = new Map([
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['markdown', 'text/markdown'],
  ['latex', 'text/latex'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['javascript', 'application/javascript'],
  ['json', 'application/json'],
])

function isText(value: unknown): value is string | string[] {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((line) => typeof line === 'string'))
  )
}

function joined(value: unknown): string {
  return isText(value) ? [value].flat().join('') : ''
}

/** Whatever is no object is read as an empty one: metadata never makes a notebook unreadable. */
const recordSchema = z.record(z.string(), z.unknown()).catch({})

const textSchema = z.union([z.string(), z.array(z.string())])

const cellSchema = z.object({
  cell_type: z.string(),
  source: textSchema.optional(),
  input: textSchema.optional(),
  language: z.string().optional().catch(undefined),
  level: z.number().int().min(1).max(6).catch(1),
  metadata: recordSchema,
  outputs: z.array(z.unknown()).catch([]),
  attachments: z.record(z.string(), recordSchema).catch({}),
})

const notebookSchema = z.object({
  metadata: recordSchema,
  cells: z.array(cellSchema).optional(),
  worksheets: z.array(z.object({ cells: z.array(cellSchema) })).optional(),
})
