/**
 * Which lines of a Markdown text belong to fenced code, its fences included. A fence ends at one of the same character
 * that is at least as long and has nothing behind it (CommonMark 0.31, 4.5), so a block of four backticks may hold
 * three.
 * @returns one flag for each line of the text
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
    // What follows backticks on their line holds none: "```a``` b" is a code span.
    if (!marker || (marker.startsWith('`') && info.includes('`'))) return false
    fence = marker
    return true
  })
}
