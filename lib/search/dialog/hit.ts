/** Divides a text at what was asked for, in any case. */
export function markPhrases(text: string, phrases: readonly string[]): Hit['excerpt'] {
  const pattern = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`(${pattern})`, 'iu'))
    .map((part, at) => ({ text: part, isMatch: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

export interface Hit {
  /** An excerpt of the matching section, with a highlight. */
  url: string
  title: string
  /** Empty if the section is the beginning of the post. */
  heading: string
  excerpt: { text: string; isMatch: boolean }[]
}
