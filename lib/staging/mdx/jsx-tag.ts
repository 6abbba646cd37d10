/** A JSX tag as read from a text. */
export interface JsxTag {
  kind: 'open' | 'close' | 'alone'
  /** As written: `YouTube`, `motion.div`, `div`; empty for a fragment. */
  name: string
  /** Static values: strings, numbers and flags. */
  attributes: [name: string, value: string | true][]
  /** Names of attributes whose value is only known at run time. */
  unknown: string[]
  /** Where the tag ends in the text. */
  end: number
}

/**
 * Reads a JSX tag.
 * @param start where its `<` is
 * @param budget of the document
 * @returns undefined if there is no tag: `a < b`, `<https://x.example>`, `Vec<T>` without an end
 */
export function readJsxTag(text: string, start: number, budget: Budget): JsxTag | undefined {
  const [head, slash, name = ''] = matchAt(/<\s*(\/?)\s*([A-Za-z][\w.:-]*)?/y, text, start) ?? []
  if (head === undefined || (text[start + 1] ?? '').trim() === '' || name.endsWith(':')) return undefined
  let at = start + head.length
  const attributes: JsxTag['attributes'] = []
  const unknown: string[] = []
  for (;;) {
    at += matchAt(/\s*/y, text, at)?.[0].length ?? 0
    const end = matchAt(/(\/?)\s*>/y, text, at)
    if (end) {
      const kind = slash ? 'close' : end[1] ? 'alone' : 'open'
      return { kind, name, attributes, unknown, end: at + end[0].length }
    }
    const attribute = name && !slash ? readAttribute(text, at, budget) : undefined
    if (!attribute) return undefined
    if (attribute.value === undefined) {
      if (attribute.name) unknown.push(attribute.name)
    } else attributes.push([attribute.name, attribute.value])
    at = attribute.end
  }
}

/** `a="b"`, `a='b'`, `a={…}`, `a`, `{...props}`. */
function readAttribute(
  text: string,
  start: number,
  budget: Budget,
): { name: string; value: string | true | undefined; end: number } | undefined {
  if (text[start] === '{') {
    const end = endOfBraces(text, start, budget)
    return end === undefined ? undefined : { name: '', value: undefined, end }
  }
  const [head, name = ''] = matchAt(/([A-Za-z_][\w:.-]*)\s*(?:=\s*)?/y, text, start) ?? []
  if (head === undefined) return undefined
  const at = start + head.length
  if (!head.includes('=')) return { name, value: true, end: start + name.length }
  const quoted = matchAt(/"([^"]*)"|'([^']*)'/y, text, at)
  if (quoted) return { name, value: quoted[1] ?? quoted[2] ?? '', end: at + quoted[0].length }
  const end = text[at] === '{' ? endOfBraces(text, at, budget) : undefined
  if (end === undefined) return undefined
  const expression = text.slice(at + 1, end - 1).trim()
  return { name, value: name === 'style' ? readStyle(expression) : plainExpression(expression), end }
}

/** The text of a literal expression: `'a'`, `"a"`, `` `a` ``, `1`, `true`. Undefined for every other. */
export function plainExpression(expression: string): string | true | undefined {
  const [, quote, text] = /^(["'`])((?:(?!\1)[^\\]|\\.)*)\1$/s.exec(expression) ?? []
  if (text !== undefined) {
    return quote === '`' && text.includes('${') ? undefined : text.replace(/\\(.)/gs, readEscape)
  }
  if (expression === 'true') return true
  return /^-?\d+(?:\.\d+)?$/.test(expression) ? expression : undefined
}

/**
 * The end of the braces that begin here, including nested strings and braces.
 * @returns undefined if they are not closed, or the document holds too many that are not
 */
export function endOfBraces(text: string, start: number, budget: Budget): number | undefined {
  let depth = 0
  // A pair of braces spans at most a paragraph: anything longer is not an expression.
  const last = Math.min(text.length, start + MAX_EXPRESSION, start + budget.left)
  for (let at = start; at < last; at++) {
    const char = text[at] ?? ''
    if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at + 1
    else if (char === '"' || char === "'" || char === '`') {
      const string = matchAt(STRINGS.get(char) ?? /./y, text, at)
      if (string) at += string[0].length - 1
    }
  }
  budget.left -= last - start
  return undefined
}

/** How many characters may still be read of braces that turn out not to be closed. */
export interface Budget {
  left: number
}

/** Texts have a few braces that are not closed, in formulas; thousands would be read to the end of the text each. */
export function makeBudget(text: string): Budget {
  return { left: 10 * text.length + 5 * MAX_EXPRESSION }
}

const MAX_EXPRESSION = 20_000

const STRINGS = new Map([
  ['"', /"(?:[^"\\\n]|\\.)*"/y],
  ["'", /'(?:[^'\\\n]|\\.)*'/y],
  ['`', /`(?:[^`\\]|\\.)*`/sy],
])

/** `{ textAlign: 'center', width: 40 }` as CSS; values that are not literals are dropped. */
function readStyle(expression: string): string | undefined {
  const inner = /^\{(.*)\}$/s.exec(expression)?.[1]
  if (inner === undefined) return undefined
  const pairs = [
    ...inner.matchAll(/(?<![A-Za-z-])([A-Za-z-]+)["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|(-?[\d.]+))/g),
  ]
  const css = pairs.map(([, name = '', double, single, number]) => {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return `${property}: ${double ?? single ?? (number === '0' ? '0' : `${number}px`)}`
  })
  return css.length > 0 ? css.join('; ') : undefined
}

function readEscape(_: string, char: string): string {
  return char === 'n' ? '\n' : char === 't' ? '\t' : char
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
