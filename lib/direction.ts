/**
 * The direction in which a language is written.
 * @param lang BCP 47; anything else is taken for a language from left to right
 * @returns undefined for left to right, which is the default of a page
 */
export function directionOf(lang: string): 'rtl' | undefined {
  return RIGHT_TO_LEFT.has(scriptOf(lang) ?? '') ? 'rtl' : undefined
}

function scriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script
  } catch {
    return undefined
  }
}

/** ISO 15924 codes of the scripts in use that run from right to left. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])
