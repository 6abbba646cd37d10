/**
 * Finds the lines of a notebook's file on which the lines of its cells are, in the order of the file. Jupyter writes
 * each line of a cell as one string on one line; a string that is written in another way gets the last line known.
 */
export class SourceLines {
  readonly #text: string
  #offset = 0
  #line = 1

  constructor(text: string) {
    this.#text = text
  }

  /** @param strings of the cell, in order. @returns for each line of the cell, the line of the file from 1 */
  of(strings: readonly string[]): number[] {
    return strings.flatMap((string) => {
      const line = this.#find(JSON.stringify(string))
      const count = string.replace(/\n$/, '').split('\n').length
      return Array<number>(count).fill(line)
    })
  }

  #find(json: string): number {
    const found = this.#text.indexOf(json, this.#offset)
    if (found < 0) return this.#line
    for (
      let at = this.#text.indexOf('\n', this.#offset);
      at >= 0 && at < found;
      at = this.#text.indexOf('\n', at + 1)
    )
      this.#line++
    this.#offset = found
    // The next line may be the same text.
    return this.#advance(json)
  }

  #advance(json: string): number {
    this.#offset += json.length
    return this.#line
  }
}
