/**
 * The fonts of share images, from npm packages of Fontsource. Each is split into files by ranges of characters, and
 * only the files that a card needs are read. Source Serif and Noto Serif CJK were designed to match. All are
 * under the SIL Open Font License.
 */
const FACES: readonly Face[] = [
  { family: 'Text', package: 'source-serif-4' },
  { family: 'Arabic', package: 'noto-naskh-arabic', subsets: ['arabic'] },
  { family: 'Hebrew', package: 'noto-serif-hebrew', subsets: ['hebrew'] },
  { family: 'Thai', package: 'noto-serif-thai', subsets: ['thai'] },
  { family: 'Devanagari', package: 'noto-serif-devanagari', subsets: ['devanagari'] },
]

const CHINESE: Face = { family: 'Chinese', package: 'noto-serif-sc' }
const JAPANESE: Face = { family: 'Japanese', package: 'noto-serif-jp' }
const KOREAN: Face = { family: 'Korean', package: 'noto-serif-kr' }

/** One color, like the text around it. */
export const EMOJI: Face = { family: 'Emoji', package: 'noto-emoji' }

/**
 * The faces for a text, the preferred one first. One character can look different in Chinese, Japanese and
 * Korean: the language decides, otherwise the script of the characters around it.
 * @param lang BCP 47
 */
export function facesFor(text: string, lang: string): readonly Face[] {
  const language = new Intl.Locale(lang).language
  const isChinese = language === 'zh'
  if (language === 'ja' || (!isChinese && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)))
    return [...FACES, JAPANESE, CHINESE, KOREAN, EMOJI]
  if (language === 'ko' || (!isChinese && /\p{Script=Hangul}/u.test(text)))
    return [...FACES, KOREAN, JAPANESE, CHINESE, EMOJI]
  return [...FACES, CHINESE, JAPANESE, KOREAN, EMOJI]
}

/** Every face, for code that needs all packages. */
export const ALL_FACES: readonly Face[] = [...FACES, CHINESE, JAPANESE, KOREAN, EMOJI]

export interface Face {
  /** The name of the font family. */
  family: string
  /** Below `@fontsource-variable/`. */
  package: string
  /** The parts that are used; all if absent. */
  subsets?: readonly string[]
}
