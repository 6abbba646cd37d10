import { ar } from './responses/ar'
import { de } from './responses/de'
import { en, type ResponseStrings } from './responses/en'
import { es } from './responses/es'
import { fr } from './responses/fr'
import { ja } from './responses/ja'
import { pt } from './responses/pt'
import { zh } from './responses/zh'

/**
 * What readers see of responses in a language.
 * @param lang BCP 47; the region and script are ignored. A language without a translation gets English.
 */
export function responseStringsFor(lang: string): ResponseStrings {
  return ALL.get(baseOf(lang)) ?? en
}

/** The language of these strings: what `lang` an element needs that contains them. @param lang BCP 47 */
export function responseLanguage(lang: string): string {
  return ALL.has(baseOf(lang)) ? lang : 'en'
}

function baseOf(lang: string): string {
  return (lang.split('-')[0] ?? '').toLowerCase()
}

/** One row per language. */
const ALL = new Map<string, ResponseStrings>(Object.entries({ en, de, es, fr, pt, zh, ja, ar }))

export type { ResponseStrings }
