import { htmlTagNames } from 'html-tag-names'
import { htmlVoidElements } from 'html-void-elements'
import { mathmlTagNames } from 'mathml-tag-names'
import { svgTagNames } from 'svg-tag-names'

/**
 * What a name after `<` can be: an element that browsers know, one they know inside `<svg>` and `<math>` only, one that
 * a page may define for itself, or no element at all (`i<max`, `Vec<T>`, `<channel>`).
 */
export type NameKind = 'html' | 'foreign' | 'custom' | 'none'

/** @param name as written, in any case */
export function kindOfName(name: string): NameKind {
  const key = name.toLowerCase()
  if (HTML.has(key)) return 'html'
  if (FOREIGN.has(key)) return 'foreign'
  if (name !== OWN && CUSTOM.test(name)) return 'custom'
  return PREFIXED.test(key) ? 'custom' : 'none'
}

export function isVoid(name: string): boolean {
  return VOID.has(name.toLowerCase())
}

/** Elements whose end tag is optional in HTML: they are never open for long. */
export function isEndOptional(name: string): boolean {
  return END_OPTIONAL.has(name.toLowerCase())
}

/** Elements whose content is text to the HTML parser, up to their end tag. */
export function isTextElement(name: string): boolean {
  return TEXT.has(name.toLowerCase())
}

/** Inline elements: a line that begins with one begins a paragraph in every engine except CommonMark ones. */
export function isPhrasingName(name: string): boolean {
  return PHRASING.has(name.toLowerCase())
}

/** Elements that browsers reopen in the next paragraph if their end tag is missing. */
export function isFormatting(name: string): boolean {
  return FORMATTING.has(name.toLowerCase())
}

/** The pipeline's own element: the author's HTML must not be mistaken for it. */
const OWN = 'x-embed'

/** Listed as obsolete, unknown to browsers, and words that authors write in angle brackets. */
const FORGOTTEN = [
  'command',
  'content',
  'element',
  'isindex',
  'nextid',
  'multicol',
  'shadow',
  'spacer',
  'rbc',
]

const HTML: ReadonlySet<string> = new Set(htmlTagNames.filter((name) => !FORGOTTEN.includes(name)))

const FOREIGN: ReadonlySet<string> = new Set(
  [...svgTagNames, ...mathmlTagNames].map((name) => name.toLowerCase()),
)

/** @see https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name (ASCII only, as React requires) */
const CUSTOM = /^[a-z][a-z0-9._]*(?:-[a-z0-9._]*)+$/

/** Elements that old word processors and social networks left in pasted HTML. */
const PREFIXED = /^(?:o|v|w|st1|fb|g|gcse):[a-z][\w.-]*$/

const VOID: ReadonlySet<string> = new Set(htmlVoidElements)

/** @see https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const END_OPTIONAL: ReadonlySet<string> = new Set([
  'body',
  'caption',
  'colgroup',
  'dd',
  'dt',
  'head',
  'html',
  'li',
  'optgroup',
  'option',
  'p',
  'rb',
  'rp',
  'rt',
  'rtc',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
])

const TEXT: ReadonlySet<string> = new Set([
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
])

/** @see https://html.spec.whatwg.org/multipage/parsing.html#formatting */
const FORMATTING: ReadonlySet<string> = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
])

const PHRASING: ReadonlySet<string> = new Set([
  ...FORMATTING,
  'abbr',
  'acronym',
  'bdi',
  'bdo',
  'br',
  'cite',
  'del',
  'dfn',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  'samp',
  'span',
  'sub',
  'sup',
  'time',
  'var',
  'wbr',
])
