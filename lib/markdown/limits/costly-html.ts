import { readHtmlTags } from '../html/read-html-tags'

/**
 * Whether a page of another site would take a parser of HTML minutes, or more stack than there is: elements nested
 * thousands deep, or thousands of `<b>` that nothing closes, all of which each following paragraph repeats. Reads the
 * text once.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements
 */
export function isCostlyHtml(html: string): boolean {
  let depth = 0
  let formatting = 0
  for (const { name, kind, isEnd, isSelfClosing } of readHtmlTags(html)) {
    if (kind === 'none') continue
    const element = name.toLowerCase()
    if (VOID.has(element) || CLOSED_BY_OTHERS.has(element)) continue
    // `<div/>` opens an element; `<path/>` in a drawing does not.
    if (isSelfClosing && !OPENED_ANYWAY.test(element)) continue
    depth = Math.max(0, depth + (isEnd ? -1 : 1))
    if (FORMATTING.has(element)) formatting = Math.max(0, formatting + (isEnd ? -1 : 1))
    if (depth > MAX_OPEN_ELEMENTS || formatting > MAX_FORMATTING) return true
  }
  return false
}

/** Pages have some dozens; what their authors forgot to close included, some hundreds. */
const MAX_OPEN_ELEMENTS = 1000
const MAX_FORMATTING = 200

const VOID = new Set(
  'area base br col embed hr image img input keygen link meta param source track wbr'.split(' '),
)

/** Their end tags may be left out: one ends where the next begins. */
const CLOSED_BY_OTHERS = new Set(
  'p li dt dd option optgroup tr td th tbody thead tfoot colgroup rt rp html head body'.split(' '),
)

const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

const OPENED_ANYWAY =
  /^(?:a|b|big|code|div|em|font|h[1-6]|i|nobr|s|section|small|span|strike|strong|tt|u|ul|ol|table)$/
