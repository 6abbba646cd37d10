import { writeTag } from './tag-text'

/**
 * Python-Markdown's admonitions: `!!! note "A title"`, and its text indented by four spaces; `???` is closed until a reader
 * opens it, `???+` open. The end is written into the blank line after the text, so that no line moves.
 * @see https://python-markdown.github.io/extensions/admonition/
 * @see https://squidfunk.github.io/mkdocs-material/reference/admonitions/
 */
export function rewriteAdmonitions(lines: readonly string[], isCode: readonly boolean[]): string[] {
  const made: string[] = []
  /** The indentation of each open admonition. */
  const open: number[] = []
  for (const [index, written] of lines.entries()) {
    const isBlank = written.trim() === ''
    const indent = indentOf(written)
    let ends = ''
    while (open.length > 0 && !isBlank && indent < (open.at(-1) ?? 0) + WIDTH) {
      open.pop()
      ends += END
    }
    if (ends !== '') closeBefore(made, ends)
    const line = dedent(written, open.length * WIDTH)
    const tag = isCode[index] ? undefined : readOpening(written, lines[index + 1])
    if (tag) {
      made.push(`${' '.repeat(indentOf(line))}${tag}`)
      open.push(indent)
    } else made.push(line)
  }
  return open.length > 0 ? [...made, open.map(() => END).join('')] : made
}

const WIDTH = 4
const END = '{% endcallout %}'
const OPENING = /^\s*(!!!|\?\?\?\+?)\s+([A-Za-z][\w -]*?)\s*(?:"([^"]*)")?\s*$/

/** Only with indented text below: three exclamation marks alone are an exclamation. */
function readOpening(line: string, next: string | undefined): string | undefined {
  const [, mark, kinds = '', title] = OPENING.exec(line) ?? []
  if (!mark || next === undefined) return undefined
  if (next.trim() !== '' && indentOf(next) < indentOf(line) + WIDTH) return undefined
  const [type] = kinds.toLowerCase().split(/\s+/)
  const isOpen = mark === '!!!' ? undefined : String(mark === '???+')
  return writeTag('callout', { type, title: title || undefined, open: isOpen })
}

/** Writes end tags into the last blank line, else behind the last line. */
function closeBefore(made: string[], ends: string): void {
  const last = made.length - 1
  const isBlank = made[last]?.trim() === ''
  made[last] = isBlank ? ends : `${made[last]}${ends}`
}

/** Removes columns of white space; a tab that is wider than what is left to remove becomes spaces. */
function dedent(line: string, columns: number): string {
  if (columns === 0) return line
  const indent = indentOf(line)
  return ' '.repeat(Math.max(0, indent - columns)) + line.trimStart()
}

/** Columns of white space; a tab counts as four. */
function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
}
