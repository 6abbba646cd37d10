/**
 * Two characters that Unicode reserves for internal use keep Liquid and the pipeline apart. Neither ever
 * reaches a page.
 * @see https://www.unicode.org/faq/private_use.html#nonchar1
 */

/** Put between two braces in the content of `raw`, which the pipeline must show and not parse. The pipeline removes it. */
export const SHIELD = '\uFDD0'

/** Put between two braces of a tag that Liquid failed on and must not see again. Removed after the evaluation. */
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
