/**
 * Two characters that Unicode reserves for the inside of programs keep Liquid and the pipeline apart. Neither ever
 * reaches a page.
 * @see https://www.unicode.org/faq/private_use.html#nonchar1
 */

/** Between two braces: what `raw` holds, which the pipeline must show and not read. It removes them. */
export const SHIELD = '\uFDD0'

/** Between two braces: a tag that Liquid failed on and must not see again. Removed when the evaluation is over. */
export const BARRIER = '\uFDD1'

/** Hides tags of any dialect from the pipeline: `{%`, `{{`. */
export function shield(text: string): string {
  return text.replaceAll(/\{(?=[{%])/g, `{${SHIELD}`)
}

export function removeShields(text: string): string {
  return text.replaceAll(SHIELD, '')
}

export function removeBarriers(text: string): string {
  return text.replaceAll(BARRIER, '')
}
