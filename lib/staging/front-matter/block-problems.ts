import { FILE_START } from '../../model/problem'
import type { EntryProblem } from './entry'

export const EMPTY: EntryProblem = {
  severity: 'warning',
  rule: 'empty-file',
  ...FILE_START,
  message: 'The file is empty and is skipped.',
  hint: 'Write something, or delete the file.',
}

export function unclosed(first: number, dashes: string): EntryProblem {
  return {
    severity: 'warning',
    rule: 'unclosed',
    line: first + 1,
    column: 1,
    message: `The front matter begins with \`${dashes}\` and is never closed; the keys at the top of the file were used.`,
    hint: `Write \`${dashes}\` on its own line after the last key; for a thematic break at the top of a document write \`***\`.`,
  }
}

export function notRun(first: number, language: string): EntryProblem {
  return {
    severity: 'warning',
    rule: 'executable',
    line: first + 1,
    column: 1,
    message: `Front matter in \`${language}\` is not run; only its plain values were read.`,
    hint: 'Write it as YAML between `---` and `---`.',
  }
}
