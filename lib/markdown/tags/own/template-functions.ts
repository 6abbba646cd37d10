import { trimEndOf } from '../../../model/trim-end'
import { collectionFunctions } from './collection-functions'
import { GoTime } from './go-time'
import { calculations, printf } from './number-functions'
import { Unsupported } from './template-expression'
import { isList, isMap, isTrue, numberOf, SafeHtml, textOf, type Value } from './template-value'

type TemplateFunction = (...values: Value[]) => Value

/** The functions of Hugo's templates that only need their arguments. */
export const templateFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ...calculations,
  ...collectionFunctions,
  ['default', (otherwise, value) => (isTrue(value) ? value : otherwise)],
  ['eq', (first, ...others) => others.some((other) => isSame(first, other))],
  ['ne', (first, second) => !isSame(first, second)],
  ['lt', (first, second) => order(first, second) < 0],
  ['le', (first, second) => order(first, second) <= 0],
  ['gt', (first, second) => order(first, second) > 0],
  ['ge', (first, second) => order(first, second) >= 0],
  ['not', (value) => !isTrue(value)],
  ['and', (...values) => (values.every(isTrue) ? values.at(-1) : values.find((value) => !isTrue(value)))],
  ['or', (...values) => values.find(isTrue) ?? values.at(-1)],
  ['cond', (test, yes, no) => (isTrue(test) ? yes : no)],
  ['len', (value) => (isList(value) ? value.length : isMap(value) ? value.size : textOf(value).length)],
  ['lower', (value) => textOf(value).toLowerCase()],
  ['upper', (value) => textOf(value).toUpperCase()],
  [
    'title',
    (value) => textOf(value).replaceAll(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  ],
  ['trim', (value, characters) => trimEnd(trimStart(textOf(value), characters), characters)],
  ['trimLeft', (characters, value) => trimStart(textOf(value), characters)],
  ['trimRight', (characters, value) => trimEnd(textOf(value), characters)],
  ['trimPrefix', (prefix, value) => withoutPrefix(textOf(value), textOf(prefix))],
  ['trimSuffix', (suffix, value) => withoutSuffix(textOf(value), textOf(suffix))],
  ['chomp', (value) => trimEndOf(textOf(value), '\r\n')],
  ['hasPrefix', (value, prefix) => textOf(value).startsWith(textOf(prefix))],
  ['hasSuffix', (value, suffix) => textOf(value).endsWith(textOf(suffix))],
  ['contains', (value, part) => textOf(value).includes(textOf(part))],
  ['substr', (value, start, length) => textOf(value).substr(numberOf(start), maybe(length))],
  ['slicestr', (value, start, end) => textOf(value).slice(numberOf(start), maybe(end))],
  ['print', (...values) => values.map(textOf).join('')],
  ['printf', (format, ...values) => printf(textOf(format), values)],
  ['replace', (text, from, to) => textOf(text).replaceAll(textOf(from), () => textOf(to))],
  ['htmlEscape', textOf],
  ['urlquery', (value) => encodeURIComponent(textOf(value))],
  ['string', textOf],
  ['time', (value) => (value instanceof GoTime ? value : GoTime.parse(textOf(value)))],
  ['dateFormat', (layout, value) => timeOf(value).format(textOf(layout))],
  ...['safeHTML', 'safeHTMLAttr', 'safeURL', 'safeCSS', 'safeJS', 'htmlUnescape', 'plainify'].map(
    (name) => [name, (value: Value) => new SafeHtml(textOf(value))] as const,
  ),
])

/** What a template reads of a time: `.Date.Format "2006"`. @throws {Unsupported} for other methods */
export function methodOfTime(time: GoTime, name: string, values: readonly Value[]): Value {
  const [first, second, third] = values
  if (name === 'Format') return time.format(textOf(first))
  if (name === 'AddDate') return time.addDate(numberOf(first), numberOf(second), numberOf(third))
  if (name === 'Year') return time.date.getUTCFullYear()
  if (name === 'Month') return time.date.getUTCMonth() + 1
  if (name === 'Day') return time.date.getUTCDate()
  if (name === 'Unix') return Math.floor(time.date.getTime() / 1000)
  throw new Unsupported(name)
}

function timeOf(value: Value): GoTime {
  const time = value instanceof GoTime ? value : GoTime.parse(textOf(value))
  if (!time) throw new Unsupported('time')
  return time
}

function isSame(first: Value, second: Value): boolean {
  const [a, b] = [numberOf(first), numberOf(second)]
  return Number.isNaN(a) || Number.isNaN(b) ? textOf(first) === textOf(second) : a === b
}

function order(first: Value, second: Value): number {
  const [a, b] = [numberOf(first), numberOf(second)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b
  return textOf(first) < textOf(second) ? -1 : Number(textOf(first) > textOf(second))
}

function trimStart(text: string, characters: Value): string {
  const set = setOf(characters)
  let from = 0
  while (from < text.length && set.has(text[from] ?? '')) from++
  return text.slice(from)
}

function trimEnd(text: string, characters: Value): string {
  const set = setOf(characters)
  let to = text.length
  while (to > 0 && set.has(text[to - 1] ?? '')) to--
  return text.slice(0, to)
}

function setOf(characters: Value): Set<string> {
  return new Set(textOf(characters) || ' \t\r\n')
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

function withoutSuffix(text: string, suffix: string): string {
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}

function maybe(value: Value): number | undefined {
  return value === undefined ? undefined : numberOf(value)
}
