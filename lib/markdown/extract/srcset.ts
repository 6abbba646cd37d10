/** A candidate of `srcset`: a URL, and its width or density. */
export interface SourceCandidate {
  url: string
  descriptor: string
}

/**
 * Parses `srcset`: candidates end at a comma that follows a space or a URL.
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function readSourceSet(text: string): SourceCandidate[] {
  const candidates: SourceCandidate[] = []
  const words = text.split(/\s+/).filter((word) => word !== '')
  let current: SourceCandidate | undefined
  for (const word of words) {
    const plain = withoutCommas(word)
    if (plain === '' || !current) {
      // Commas before a URL are skipped; those after it end the candidate.
      current = undefined
      if (plain === '') continue
      candidates.push({ url: plain, descriptor: '' })
      current = word.endsWith(',') ? undefined : candidates.at(-1)
      continue
    }
    const [descriptor = '', ...next] = word.split(',')
    current.descriptor = `${current.descriptor} ${descriptor}`.trim()
    const url = withoutCommas(next.join(','))
    if (next.length > 0) current = undefined
    if (url === '') continue
    candidates.push({ url, descriptor: '' })
    current = word.endsWith(',') ? undefined : candidates.at(-1)
  }
  return candidates
}

/** Without a regular expression: one that looks for the end takes quadratic time. */
function withoutCommas(word: string): string {
  let start = 0
  let end = word.length
  while (word[start] === ',') start++
  while (end > start && word[end - 1] === ',') end--
  return word.slice(start, end)
}

export function writeSourceSet(candidates: SourceCandidate[]): string {
  return candidates.map(({ url, descriptor }) => (descriptor ? `${url} ${descriptor}` : url)).join(', ')
}
