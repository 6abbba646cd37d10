/** A replacement in a text: from and to are offsets of UTF-16 code units. */
export interface Edit {
  from: number
  to: number
  text: string
}

/**
 * Applies edits to a text. Everything between them stays the same, byte for byte.
 * @throws {Error} if two edits overlap, which is a bug
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let output = ''
  let done = 0
  for (const { from, to, text: replacement } of [...edits].sort((a, b) => a.from - b.from)) {
    if (from < done) throw new Error(`Two edits overlap at ${from}.`)
    output += text.slice(done, from) + replacement
    done = to
  }
  return output + text.slice(done)
}
