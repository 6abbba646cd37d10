/** Pairs of lines, counted from 1: from the first on, lines of the result correspond to those from the second on. */
export type MovedLines = [made: number, written: number][]

/** How lines moved where some of them became several. @param lines each may contain line breaks */
export function findMovedLines(lines: readonly string[]): MovedLines {
  const moved: MovedLines = []
  let made = 1
  for (const [index, line] of lines.entries()) {
    const more = line.split('\n').length - 1
    if (more > 0) moved.push([made + more, index + 1])
    made += more + 1
  }
  return moved
}

/** Two moves as one: `later` moved the lines that `earlier` had made. */
export function joinMoves(later: MovedLines, earlier: MovedLines): MovedLines {
  if (later.length === 0) return earlier
  const back = (line: number, moves: MovedLines): number => {
    const [made, written] = moves.findLast(([from]) => from <= line) ?? [1, 1]
    return line - made + written
  }
  const forth = (line: number): number => {
    const [made, written] = later.findLast(([, from]) => from <= line) ?? [1, 1]
    return line - written + made
  }
  const starts = new Set([...later.map(([made]) => made), ...earlier.map(([made]) => forth(made))])
  return [...starts]
    .sort((a, b) => a - b)
    .map((made) => [made, back(back(made, later), earlier)] as [number, number])
}
