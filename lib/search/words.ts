/**
 * The words of a text that are longer than one character. Words never contain a space, and a blog repeats most of its
 * words, so each string between two spaces is segmented once: segmentation takes most of the time.
 */
export function* wordsOf(text: string, lang: string): Generator<string> {
  const { segmenter, known } = segmenterOf(lang)
  for (const chunk of text.split(' ')) {
    let words = known.get(chunk)
    if (!words) {
      words = Array.from(segmenter.segment(chunk))
        .filter(({ segment, isWordLike }) => isWordLike && segment.length > 1)
        .map(({ segment }) => segment)
      if (known.size >= MAX_KNOWN) known.clear()
      known.set(chunk, words)
    }
    yield* words
  }
}

/** A few megabytes: more words than most languages commonly use. */
const MAX_KNOWN = 100_000

const segmenters = new Map<string, Segmentation>()

function segmenterOf(lang: string): Segmentation {
  const found = segmenters.get(lang) ?? {
    segmenter: new Intl.Segmenter(lang, { granularity: 'word' }),
    known: new Map(),
  }
  segmenters.set(lang, found)
  return found
}

interface Segmentation {
  segmenter: Intl.Segmenter
  /** Words by what is between two spaces. */
  known: Map<string, string[]>
}
