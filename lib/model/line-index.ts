/**
 * Finds the line of many offsets in one text. Counting the lines before each offset would take the square of its length.
 */
export class LineIndex {
  /** Where each line starts. */
  readonly #starts = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** @returns the line that contains an offset, counted from 1, and the offset at which it starts */
  find(offset: number): { line: number; start: number } {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, start: this.#starts[low] ?? 0 }
  }
}
