import { ownValue } from '../../model/records'
import { decodePercent } from '../../urls/decode'
import type { EntryProblem } from '../front-matter/entry'
import type { FrontMatter } from '../front-matter/read-front-matter'
import { readCellOptions } from './cell-options'
import { languageOf } from './language'
import { readNotebookFields } from './notebook-fields'
import { type Cell, type NotebookFile, readNotebookFile } from './notebook-file'
import { writeOutputs } from './output-text'
import { NotebookPictures } from './pictures'
import { SourceLines } from './source-lines'

/** A Jupyter notebook as a post. */
export interface Notebook {
  frontMatter: FrontMatter
  /** Lines of the body with the line of the file that each comes from. */
  lines: [staged: number, written: number][]
  /** Pictures of outputs and cells, by the name that the body has for them (`notebook:NAME`). */
  pictures: ReadonlyMap<string, Uint8Array>
}

/**
 * Reads a Jupyter notebook as Markdown: text as it is, code in the language of the kernel, outputs as text, pictures
 * and HTML. Nothing is run.
 * @param text the whole file
 * @param name without extension; names of pictures begin with it
 * @returns a problem if the file is not a notebook, with the place
 */
export function readNotebook(text: string, name: string): Notebook | EntryProblem {
  let file: NotebookFile | undefined
  try {
    file = readNotebookFile(text)
  } catch (error) {
    return notJson(text, error)
  }
  if (!file) return notANotebook
  const places = new SourceLines(text)
  const linesOf = file.cells.map((cell) => places.of(cell.strings))
  const fields = readNotebookFields(file, (line) => linesOf[0]?.[line - 1] ?? linesOf[0]?.at(-1) ?? 1)
  const pictures = new NotebookPictures(name)
  const problems: EntryProblem[] = []
  const lines: Notebook['lines'] = []
  const body: string[] = []
  for (const [index, cell] of file.cells.entries()) {
    const written = linesOf[index] ?? []
    const skipped = index === 0 ? fields.lines : 0
    const { blocks, lost } = writeCell(cell, skipped, file.language, pictures)
    for (const { text: block, line } of blocks) {
      const first = body.length + 1
      const blockLines = block.split('\n')
      body.push(...blockLines, '')
      // Cells written as one string are on one line of the file; the others have one line for each of theirs.
      for (const [offset] of blockLines.entries()) {
        const own = line === undefined ? written.at(-1) : (written[line + offset] ?? written.at(-1))
        if (own !== undefined) lines.push([first + offset, own])
      }
    }
    problems.push(...lost.map((kinds) => interactive(kinds, written.at(-1) ?? 1)))
  }
  return {
    frontMatter: {
      format: 'json',
      entries: fields.entries,
      body: body.join('\n'),
      bodyLine: 1,
      problems,
      isEmpty: false,
      mayBeDraft: false,
      repairs: [],
    },
    lines,
    pictures: pictures.files,
  }
}

/** A part of the body, and the line of the cell that it begins with; undefined for an output. */
interface Block {
  text: string
  line?: number
}

function writeCell(
  cell: Cell,
  skipped: number,
  language: string,
  pictures: NotebookPictures,
): { blocks: Block[]; lost: string[] } {
  const options = readCellOptions(cell)
  const source = options.source.split('\n').slice(skipped).join('\n').trimEnd()
  const line = skipped + cell.source.split('\n').length - options.source.split('\n').length
  if (cell.type === 'markdown') {
    const isHidden = options.input === 'hidden' || source.trim() === ''
    return { blocks: isHidden ? [] : [{ text: withAttachments(source, cell, pictures), line }], lost: [] }
  }
  if (cell.type === 'raw') {
    const format = String(cell.metadata.format ?? cell.metadata.raw_mimetype ?? '')
    const isText = format === 'text/markdown' || format === 'text/html'
    return {
      blocks: source.trim() === '' ? [] : [isText ? { text: source, line } : fence(source, 'text', line)],
      lost: [],
    }
  }
  const code =
    source.trim() === '' || options.input === 'hidden'
      ? []
      : [fence(source, languageOf(source, language), line)]
  const { parts, lost } =
    options.output === 'hidden' ? { parts: [], lost: [] } : writeOutputs(cell.outputs, options, pictures)
  const outputs = parts.map((text): Block => ({ text }))
  return {
    blocks: [
      ...(options.input === 'folded' ? fold(code) : code),
      ...(options.output === 'folded' ? fold(outputs) : outputs),
    ],
    lost,
  }
}

/** The interface's own word is the summary. */
function fold(blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ text: '{{< details >}}' }, ...blocks, { text: '{{< /details >}}' }]
}

function fence(code: string, language: string, line: number): Block {
  const longest = Math.max(2, ...[...code.matchAll(/^ *(`{3,})/gm)].map(([, run = '']) => run.length))
  const marks = '`'.repeat(longest + 1)
  return { text: `${marks}${language}\n${code}\n${marks}`, line: line - 1 }
}

/** `attachment:NAME` is a picture that was pasted into the cell. */
function withAttachments(source: string, { attachments }: Cell, pictures: NotebookPictures): string {
  return source.replaceAll(/\battachment:([^\s)"'>]+)/g, (written, name: string) => {
    const bundle = ownValue(attachments, name) ?? ownValue(attachments, decodePercent(name))
    return (bundle && pictures.add(bundle)?.url) ?? written
  })
}

function notJson(text: string, error: unknown): EntryProblem {
  const message = error instanceof Error ? error.message : String(error)
  const conflict = /^<{7} /m.exec(text)
  const offset = conflict?.index ?? Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  const before = text.slice(0, offset).split('\n')
  return {
    severity: 'error',
    rule: 'not-json',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: conflict
      ? 'This notebook holds the marks of a merge conflict, so it cannot be read.'
      : 'This notebook is not valid JSON, so it cannot be read.',
    hint: conflict
      ? 'Resolve the conflict, or restore an earlier version of the file.'
      : 'Save it again in Jupyter, or restore an earlier version of the file.',
  }
}

const notANotebook: EntryProblem = {
  severity: 'error',
  rule: 'not-a-notebook',
  line: 1,
  column: 1,
  message: 'This file has no cells of a Jupyter notebook, so it cannot be read.',
  hint: 'Save it again in Jupyter, or give it another extension.',
}

function interactive(kinds: string, line: number): EntryProblem {
  return {
    severity: 'warning',
    rule: 'interactive-output',
    line,
    column: 1,
    message: `An output of this cell needs a script (${kinds}), so it is not shown.`,
    hint: 'Save a picture with the notebook: for Plotly `fig.show("png")`, for Altair `alt.renderers.enable("png")`.',
  }
}
