/** How a line of code is brought out. */
export type LineMark = '+' | '-' | 'focus' | 'highlight'

/**
 * Reads the comments that mark lines, `// [!code ++]` and its like, and takes them out of the code.
 * `// [!code focus:3]` marks three lines.
 * @returns the code without the comments, and the marks by line, counted from 1
 * @see https://shiki.style/packages/transformers
 */
export function readLineMarks(code: string): { text: string; marks: Map<number, LineMark> } {
  const marks = new Map<number, LineMark>()
  if (!code.includes('[!code ')) return { text: code, marks }
  const lines = code.split('\n').map((line, index) => {
    const match = NOTATION.exec(line)
    const mark = match?.[1] ? names[match[1]] : undefined
    if (!match || !mark) return line
    for (let offset = 0; offset < Number(match[2] ?? 1); offset++) marks.set(index + 1 + offset, mark)
    return line.slice(0, match.index)
  })
  return { text: lines.join('\n'), marks }
}

const NOTATION =
  /\s*(?:\/\/|#|--|;|%|<!--|\/\*)\s*\[!code\s+([a-z]+|\+\+|--)(?::(\d{1,4}))?\]\s*(?:-->|\*\/)?\s*$/

const names: Readonly<Record<string, LineMark>> = {
  '++': '+',
  '--': '-',
  focus: 'focus',
  highlight: 'highlight',
  hl: 'highlight',
}
