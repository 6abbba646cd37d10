import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { SKIP, visit } from '../../model/visit'

/**
 * Removes from a tree everything that runs a script, changes the page around the document, or is parsed differently by browsers than
 * by our parser. All other HTML of the author is trusted.
 * @param onRemoved is called with each of them, and the element it was found on
 */
export function removeUnsafe(tree: Root, onRemoved: (removed: Removed, element: Element) => void): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return
    const replacement = replace(element, parent)
    if (replacement) {
      if (replacement.removed) onRemoved(replacement.removed, element)
      parent.children.splice(index, 1, ...replacement.nodes)
      return [SKIP, index]
    }
    // No current browser shows the text of an iframe, and only some parsers treat it as markup.
    if (element.tagName === 'iframe') element.children = []
    for (const [name, value] of Object.entries(element.properties)) {
      // Names that every object inherits crash libraries that look up attributes; HTML has none of them.
      if (name in Object.prototype) delete element.properties[name]
      if (!isScript(name, value, element)) continue
      delete element.properties[name]
      onRemoved({ what: 'attribute', name, value: String(value) }, element)
    }
    return undefined
  })
}

/** Whether text in a tree may become markup after it is serialised: the tree contains elements whose text is not escaped. */
export function isReadTwoWays(tree: Root): boolean {
  let found = false
  visit(tree, 'element', ({ tagName }) => {
    found ||= RAW_TEXT.has(tagName)
  })
  return found
}

/** Elements whose content is parsed by other rules than those of HTML. */
const RAW_TEXT = new Set(['svg', 'math', 'style', 'textarea', 'title'])

/** The replacement for an element that cannot stay; undefined for one that can. */
function replace(element: Element, parent: Parents): Replacement | undefined {
  const { tagName } = element
  if (tagName === 'script') {
    const { src } = element.properties
    return { nodes: [], removed: { what: 'script', value: src ? String(src) : textOf(element) } }
  }
  if (pageWide.has(tagName) || (tagName === 'title' && !isInSvg(parent)))
    return { nodes: [], removed: { what: 'page-element', value: textOf(element) } }
  if (tagName === 'template')
    return { nodes: [], removed: { what: 'template', value: textOf(element.content ?? element) } }
  if (tagName === 'noembed' || tagName === 'noframes')
    return { nodes: [], removed: { what: 'fallback', value: textOf(element) } }
  // Content for readers without scripts is for all readers: no content depends on a script.
  if (tagName === 'noscript') return { nodes: element.children }
  // Obsolete elements for code. Their text is not escaped, and `plaintext` never ends.
  if (tagName === 'xmp' || tagName === 'listing' || tagName === 'plaintext')
    return { nodes: [h('pre', element.properties, h('code', {}, textOf(element)))] }
  return undefined
}

/** Elements that belong in a page's head, or are a page. */
const pageWide = new Set(['base', 'link', 'meta', 'html', 'head', 'body', 'frameset', 'frame'])

function isInSvg(parent: Parents): boolean {
  return parent.type === 'element' && SVG_PARENTS.test(parent.tagName)
}

const SVG_PARENTS =
  /^(?:svg|g|a|path|text|tspan|rect|circle|ellipse|line|poly(?:line|gon)|image|use|symbol|defs|marker|mask|pattern|clipPath|filter|linearGradient|radialGradient)$/

/** Attributes are compared in lower case: attribute lists and SVG keep the case that the author used. */
function isScript(property: string, value: unknown, element: Element): boolean {
  const name = property.toLowerCase().replaceAll(/[-:]/g, '')
  if (name === 'srcdoc' || /^on[a-z]/.test(name) || OF_OUR_SCRIPTS.has(name)) return true
  if (ADDRESSES.has(name)) return texts(value).some(isScriptUrl)
  // `<animate attributeName="href" to="javascript:…">`, and lists of values separated by semicolons.
  if (ANIMATED.has(name) && /^(?:animate|set)/i.test(element.tagName))
    return texts(value).some((text) => text.split(';').some(isScriptUrl))
  return false
}

const ADDRESSES = new Set([
  ...['href', 'src', 'action', 'formaction', 'xlinkhref', 'data', 'poster', 'background', 'cite', 'ping'],
  ...['longdesc', 'codebase', 'classid', 'lowsrc', 'dynsrc', 'manifest', 'icon', 'datalink', 'dataembedload'],
])
/**
 * What the site's own scripts act on (`lib/enhance`): a script that imports what `data-search` names would import an
 * author's file. Only components write these.
 */
const OF_OUR_SCRIPTS = new Set(
  [
    'search',
    'embedload',
    'nearest',
    'themeswitch',
    'toc',
    'responses',
    'reactions',
    'view',
    'work',
    'passkey',
    'challenge',
  ].map((name) => `data${name}`),
)
const ANIMATED = new Set(['to', 'from', 'by', 'values'])

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}

/** Browsers skip control characters and spaces in a scheme. `data:` documents have no origin, and may run scripts. */
export function isScriptUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that browsers skip
  const plain = url.replaceAll(/[\u0000-\u0020]/g, '')
  return /^(?:(?:javascript|vbscript|livescript|mocha):|data:(?:text\/html|application\/xhtml))/i.test(plain)
}

/** What was removed. */
export type Removed =
  | { what: 'script' | 'page-element' | 'template' | 'fallback'; value: string }
  | { what: 'attribute'; name: string; value: string }

interface Replacement {
  nodes: ElementContent[]
  removed?: Removed
}
