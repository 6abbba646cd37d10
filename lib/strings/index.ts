import { ar } from './ar'
import { de } from './de'
import { en, type Strings } from './en'
import { es } from './es'
import { fr } from './fr'
import { ja } from './ja'
import { pt } from './pt'
import { zh } from './zh'

/**
 * The interface strings of a language.
 * @param lang BCP 47; the region and script are ignored. A language without a translation gets English.
 */
export function stringsFor(lang: string): Strings {
  return ALL.get(baseOf(lang)) ?? en
}

/**
 * The language of the interface around a text: the text's own if there is a translation, or else the site's.
 * @param lang of the text, BCP 47
 * @param siteLanguage BCP 47
 */
export function interfaceLanguage(lang: string, siteLanguage: string): string {
  return ALL.has(baseOf(lang)) ? lang : siteLanguage
}

function baseOf(lang: string): string {
  return (lang.split('-')[0] ?? '').toLowerCase()
}

/** One row per language. What a translation leaves out stays English. */
const ALL = new Map<string, Strings>(
  Object.entries({ en, de, es, fr, pt, zh, ja, ar }).map(([lang, translation]) => [
    lang,
    { ...en, ...translation },
  ]),
)

export type { Strings }
