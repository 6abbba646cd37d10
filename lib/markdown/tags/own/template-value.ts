import { Float } from './float'
import { GoTime } from './go-time'

/** The value of a template's expression: HTML that is safe to write as it is, or text that is not, or data. */
export type Value =
  | string
  | number
  | boolean
  | SafeHtml
  | Float
  | GoTime
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | undefined

/** A part of a template's output: HTML, Markdown that is still to be parsed, or the content between the tags. */
export type TemplatePart = { html: string } | { markdown: string } | 'inner'

export class SafeHtml {
  constructor(readonly html: string) {}
}

/** Go's rule: empty values count as false. */
export function isTrue(value: Value): boolean {
  if (value instanceof SafeHtml) return value.html !== ''
  if (value instanceof Float) return value.number !== 0
  if (isList(value)) return value.length > 0
  if (isMap(value)) return value.size > 0
  return Boolean(value)
}

/** Lists and maps have no text. */
export function textOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  if (value instanceof Float) return String(value.number)
  if (value instanceof GoTime) return value.format('2006-01-02 15:04:05 -0700 MST')
  return value === undefined || typeof value === 'object' ? '' : String(value)
}

/** Formats a value like Go's html/template: text is escaped. */
export function htmlOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  return textOf(value).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** @returns NaN if it is not a number */
export function numberOf(value: Value): number {
  if (value instanceof Float) return value.number
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map
}

/** The value of data out of YAML, TOML or JSON. */
export function toValue(data: unknown): Value {
  if (typeof data === 'string' || typeof data === 'boolean') return data
  if (typeof data === 'number') return Number.isInteger(data) ? data : new Float(data)
  if (Array.isArray(data)) return data.map(toValue)
  if (data instanceof Date) return new GoTime(data)
  if (typeof data !== 'object' || data === null) return undefined
  return new Map(Object.entries(data).map(([key, value]) => [key, toValue(value)]))
}

/** A field of a map, in any case, as Hugo finds parameters. */
export function fieldOf(map: ReadonlyMap<string, Value>, name: string): Value {
  return map.get(name) ?? map.get(name.toLowerCase())
}
