/** A candidate of `srcset`: an address, and for which width or density it is. */
export interface SourceCandidate {
  url: string
  descriptor: string
}

/**
 * Reads `srcset`: candidates end at a comma that follows a space or an address.
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export function readSourceSet(text: string): SourceCandidate[] {
  return [...text.matchAll(/[\s,]*(\S*[^\s,])(?:\s+([^,]+))?/g)].map(([, url = '', descriptor = '']) => ({
    url,
    descriptor: descriptor.trim(),
  }))
}

export function writeSourceSet(candidates: SourceCandidate[]): string {
  return candidates.map(({ url, descriptor }) => (descriptor ? `${url} ${descriptor}` : url)).join(', ')
}
