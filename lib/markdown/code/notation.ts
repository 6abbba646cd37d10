import { ownValue } from '../../model/records'
/** How a line of code is marked. */
export type LineMark = '+' | '-' | 'focus' | 'highlight'

/**
 * Reads the comments that mark lines, such as `// [!code ++]`, and removes them from the code. `// [!code focus:3]`
 * marks three lines. In Markdown they are kept: there they are examples of the notation itself.
 * @param lang the language of the block, lower case
 * @returns the code without the comments, and the marks by line, counted from 1
 * @see https://shiki.style/packages/transformers
 */
export function readLineMarks(code: string, lang = ''): { text: string; marks: Map<number, LineMark> } {
  const marks = new Map<number, LineMark>()
  if (!code.includes('[!code ') || MARKDOWN.has(lang)) return { text: code, marks }
  const lines = code.split('\n').map((line, index) => {
    const match = NOTATION.exec(line)
    const mark = match?.[1] ? ownValue(names, match[1]) : undefined
    if (!match || !mark) return line
    for (let offset = 0; offset < Number(match[2] ?? 1); offset++) marks.set(index + 1 + offset, mark)
    return line.slice(0, match.index)
  })
  return { text: lines.join('\n'), marks }
}

const MARKDOWN = new Set(['md', 'markdown', 'mdx'])

const NOTATION =
  /\s*(?:\/\/|#|--|;|%|<!--|\/\*)\s*\[!code\s+([a-z]+|\+\+|--)(?::(\d{1,4}))?\]\s*(?:-->|\*\/)?\s*$/

const names: Readonly<Record<string, LineMark>> = {
  '++': '+',
  '--': '-',
  focus: 'focus',
  highlight: 'highlight',
  hl: 'highlight',
}
