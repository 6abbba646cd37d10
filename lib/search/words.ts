import { rememberByText } from './remember'

/**
 * The words of a text that are longer than one character. Words never contain a space, and a blog repeats most of its
 * words, so each string between two spaces is segmented once: segmentation takes most of the time.
 */
export function* wordsOf(text: string, lang: string): Generator<string> {
  const segment = segmentationOf(lang)
  for (const chunk of text.split(' ')) yield* segment(chunk)
}

const segmentations = new Map<string, (chunk: string) => string[]>()

function segmentationOf(lang: string): (chunk: string) => string[] {
  const found = segmentations.get(lang) ?? startSegmentation(lang)
  segmentations.set(lang, found)
  return found
}

function startSegmentation(lang: string): (chunk: string) => string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  return rememberByText((chunk) =>
    Array.from(segmenter.segment(chunk))
      .filter(({ segment, isWordLike }) => isWordLike && segment.length > 1)
      .map(({ segment }) => segment),
  )
}
