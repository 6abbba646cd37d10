/** A replacement in a text: from and to are offsets of UTF-16 code units. */
export interface Edit {
  from: number
  to: number
  text: string
}

/**
 * Applies edits to a text. Whatever lies between them stays as it is, byte for byte.
 * @throws {Error} where two edits overlap: a mistake of ours
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
