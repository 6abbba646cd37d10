/** Makes a function of a word keep its results: a blog repeats most of its words. */
export function rememberByText<T extends string | object>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, made)
    return made
  }
}

/** A few megabytes: more words than most languages commonly use. */
const MAX_KNOWN = 100_000
