/**
 * Finds where a statement of a module ends: at the line after which every bracket and string is closed and nothing is
 * assigned or listed any more. Each line is read once.
 * @param start index of its first line
 * @returns index of its last line; of a statement that nothing ends, that before the first empty line
 */
export function endOfStatement(lines: readonly string[], start: number, lastTick: number): number {
  const state: State = { depth: 0, inTemplate: false, isOpenEnded: false }
  for (let index = start; index < lines.length; index++) {
    readLine(lines[index] ?? '', state, index < lastTick)
    if (!state.inTemplate && state.depth <= 0 && !state.isOpenEnded) return index
  }
  const empty = lines.findIndex((line, index) => index > start && line.trim() === '')
  return empty < 0 ? lines.length - 1 : empty - 1
}

/** The index of the last line with a backtick: a template that opens there is not closed. */
export function lastTickLine(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.includes('`'))
}

function readLine(line: string, state: State, mayContinue: boolean): void {
  let rest = ''
  for (const [token] of (state.inTemplate ? `\`${line}` : line).matchAll(TOKEN)) {
    if (token.startsWith('`') && !/^`.*`$/s.test(token)) state.inTemplate = mayContinue
    else if (token.startsWith('`')) state.inTemplate = false
    if ('{[('.includes(token)) state.depth++
    else if ('}])'.includes(token)) state.depth--
    // A comment says nothing about what follows.
    if (token.startsWith('//') || (token.trim() === '' && rest.endsWith(' '))) continue
    rest = token.length === 1 ? (rest + token).slice(-10) : '"'
  }
  if (!state.inTemplate && rest !== '') state.isOpenEnded = /(?:[=,(]|=>|(?<![\w$])from) ?$/.test(rest)
}

/**
 * A string, a template that is closed or goes on in the next line, a comment, or any other character. The length of
 * strings is limited, so that thousands of quotes that nothing closes do not each read the whole line.
 */
const TOKEN = /"(?:[^"\\]|\\.){0,5000}"|'(?:[^'\\]|\\.){0,5000}'|`(?:[^`\\]|\\.)*(?:`|\\?$)|\/\/.*|./gs

interface State {
  depth: number
  inTemplate: boolean
  /** The line ends in the middle of an assignment or a list. */
  isOpenEnded: boolean
}
