import { Float } from './float'
import { GoTime } from './go-time'
import { Unsupported } from './template-expression'
import { numberOf, textOf, type Value } from './template-value'

/** The arithmetic of Hugo's templates: whole numbers stay whole, a float makes the result one. */
export const calculations: readonly (readonly [string, (...values: Value[]) => Value])[] = [
  ['add', (...values) => calculate(values, (a, b) => a + b)],
  ['sub', (...values) => calculate(values, (a, b) => a - b)],
  ['mul', (...values) => calculate(values, (a, b) => a * b)],
  ['div', (...values) => calculate(values, (a, b) => a / b)],
  ['mod', (...values) => calculate(values, (a, b) => a % b)],
  ['int', (value) => Math.trunc(numberOf(value)) || 0],
  ['float', (value) => new Float(numberOf(value) || 0)],
  ['round', (value) => new Float(Math.round(numberOf(value)))],
  ['ceil', (value) => new Float(Math.ceil(numberOf(value)))],
  ['floor', (value) => new Float(Math.floor(numberOf(value)))],
  ['formatNumber', (precision, value) => withSeparators(numberOf(value), numberOf(precision))],
]

function calculate(values: readonly Value[], apply: (a: number, b: number) => number): Value {
  const [first = Number.NaN, ...rest] = values.map(numberOf)
  const result = rest.reduce(apply, first)
  if (!Number.isFinite(result)) throw new Unsupported('not a number')
  const isFloat = values.some((value) => value instanceof Float)
  return isFloat ? new Float(result) : Math.trunc(result)
}

function withSeparators(number: number, precision: number): string {
  const digits = Math.min(Math.max(precision || 0, 0), 20)
  return number.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Go's `%s`, `%v`, `%d`, `%f`, `%q`, with widths, precisions and signs. */
export function printf(format: string, values: readonly Value[]): string {
  let next = 0
  return format.replaceAll(VERB, (verb, flags: string, width: string, precision: string, kind: string) => {
    if (kind === '%') return '%'
    if (next >= values.length) return verb
    const value = values[next++]
    return pad(signed(write(value, kind, precision), flags, kind), flags, Math.min(Number(width || 0), 100))
  })
}

const VERB = /%([-+0]*)(\d{0,3})(?:\.(\d{1,2}))?([svdfq%])/g

function write(value: Value, kind: string, precision: string | undefined): string {
  if (kind === 'q') return JSON.stringify(textOf(value))
  if (kind === 'd') return String(Math.trunc(numberOf(value)))
  if (kind === 'f') return numberOf(value).toFixed(Math.min(Number(precision ?? 6), 20))
  return value instanceof GoTime ? value.format('2006-01-02') : textOf(value)
}

function signed(text: string, flags: string, kind: string): string {
  return flags.includes('+') && /[df]/.test(kind) && !text.startsWith('-') ? `+${text}` : text
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0')) return text.padStart(width)
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}
