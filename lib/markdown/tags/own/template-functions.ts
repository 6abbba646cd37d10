import { isTrue, SafeHtml, textOf, type Value } from './template-value'

/** The functions of Hugo's templates that only need their arguments. */
export const templateFunctions: ReadonlyMap<string, (...values: Value[]) => Value> = new Map<
  string,
  (...values: Value[]) => Value
>([
  ['default', (otherwise, value) => (isTrue(value) ? value : otherwise)],
  ['eq', (first, ...others) => others.some((other) => textOf(first) === textOf(other))],
  ['ne', (first, second) => textOf(first) !== textOf(second)],
  ['not', (value) => !isTrue(value)],
  ['and', (...values) => values.find((value) => !isTrue(value)) ?? values.at(-1)],
  ['or', (...values) => values.find(isTrue) ?? values.at(-1)],
  ['cond', (test, yes, no) => (isTrue(test) ? yes : no)],
  ['len', (value) => textOf(value).length],
  ['lower', (value) => textOf(value).toLowerCase()],
  ['upper', (value) => textOf(value).toUpperCase()],
  ['trim', trim],
  ['print', (...values) => values.map(textOf).join('')],
  ['printf', (format, ...values) => printf(textOf(format), values)],
  ['replace', (text, from, to) => textOf(text).replaceAll(textOf(from), textOf(to))],
  ['htmlEscape', textOf],
  ['urlquery', (value) => encodeURIComponent(textOf(value))],
  ['string', textOf],
  ['int', (value) => Number.parseInt(textOf(value), 10) || 0],
  ...['safeHTML', 'safeHTMLAttr', 'safeURL', 'safeCSS', 'safeJS', 'htmlUnescape', 'plainify'].map(
    (name) => [name, (value: Value) => new SafeHtml(textOf(value))] as const,
  ),
])

function trim(value: Value, characters: Value): Value {
  const set = new Set(textOf(characters))
  const text = [...textOf(value)]
  while (text.length > 0 && set.has(text[0] ?? '')) text.shift()
  while (text.length > 0 && set.has(text.at(-1) ?? '')) text.pop()
  return text.join('')
}

function printf(format: string, values: readonly Value[]): string {
  let next = 0
  return format.replaceAll(/%([svdq%])/g, (verb, kind: string) => {
    if (kind === '%') return '%'
    const value = values[next++]
    if (value === undefined) return verb
    return kind === 'q' ? JSON.stringify(textOf(value)) : textOf(value)
  })
}
