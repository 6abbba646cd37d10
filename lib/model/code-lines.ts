/**
 * Which lines of a Markdown document belong to fenced code, including the fences. A fence is closed by one of the same
 * character that is at least as long and has nothing after it (CommonMark 0.31, 4.5), so a block of four backticks may
 * contain three.
 * @returns one flag for each line
 */
export function findCodeLines(text: string): boolean[] {
  let fence: string | undefined
  return text.split('\n').map((line) => {
    const [, marker = '', info = ''] =
      /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (fence !== undefined) {
      if (marker.startsWith(fence) && info.trim() === '') fence = undefined
      return true
    }
    // The rest of an opening line of backticks contains no backtick: "```a``` b" is a code span.
    if (!marker || (marker.startsWith('`') && info.includes('`'))) return false
    fence = marker
    return true
  })
}
