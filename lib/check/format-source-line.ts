import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UNPRINTABLE } from '../model/printable'
import type { Problem } from '../model/problem'

/** Maximum characters of a line to show: a terminal of 100 columns minus the line number. */
const MAX_WIDTH = 90

/**
 * Shows the line of a problem with a caret below its column, as compilers do.
 * @param lines of the file
 * @returns two lines of text; empty if the file has no such line, or an empty one
 */
export function formatSourceLine(lines: readonly string[], { line, column }: Problem): string {
  const text = lines[line - 1]
  if (text === undefined || text.trim() === '') return ''
  const index = Math.min(Math.max(column - 1, 0), text.length)
  // Of a long line only the part around the column is shown.
  const from = index > MAX_WIDTH - 20 ? index - Math.floor(MAX_WIDTH / 3) : 0
  const cut = maskUnprintable(text.slice(from, from + MAX_WIDTH))
  const head = from > 0 ? '…' : ''
  const tail = from + MAX_WIDTH < text.length ? '…' : ''
  const before = head + maskUnprintable(text.slice(from, index))
  const number = String(line)
  return `  ${number} │ ${head}${cut}${tail}\n  ${' '.repeat(number.length)} │ ${' '.repeat(widthOf(before))}^`
}

/** Reads the lines of the author's files, each file once. */
export class SourceLines {
  readonly #projectDir: string
  readonly #files = new Map<string, Promise<string[]>>()

  constructor(projectDir: string) {
    this.#projectDir = projectDir
  }

  /** @param file relative to the project. @returns no lines if the file cannot be read */
  async of(file: string): Promise<string[]> {
    const known = this.#files.get(file)
    if (known) return known
    const lines = readFile(resolve(this.#projectDir, file), 'utf8').then(
      (text) => text.replace(/^\uFEFF/, '').split(/\r\n?|\n/),
      () => [],
    )
    this.#files.set(file, lines)
    return lines
  }
}

/** Like `printable`, but every character keeps its width, so that the caret stays in place. */
function maskUnprintable(text: string): string {
  return text.replaceAll('\t', '  ').replace(UNPRINTABLE, '\uFFFD').replaceAll('##[', '##\uFFFD')
}

/** Columns on a terminal: East Asian letters and emoji take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text))
    width += WIDE.test(segment) ? 2 : 1
  return width
}

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6])/u
