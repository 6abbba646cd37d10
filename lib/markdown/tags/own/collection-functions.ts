import { Unsupported } from './template-expression'
import { fieldOf, isList, isMap, isTrue, numberOf, textOf, type Value } from './template-value'

/** The functions of Hugo's templates for lists and maps. */
export const collectionFunctions: readonly (readonly [string, (...values: Value[]) => Value])[] = [
  ['slice', (...values) => values],
  ['dict', (...values) => dictionary(values)],
  ['index', (value, ...keys) => keys.reduce(itemOf, value)],
  ['isset', (value, key) => itemOf(value, key) !== undefined],
  ['append', (...values) => [...listOf(values.at(-1)), ...values.slice(0, -1)]],
  ['split', (text, separator) => textOf(text).split(textOf(separator))],
  ['delimit', (values, separator) => listOf(values).map(textOf).join(textOf(separator))],
  ['first', (count, values) => listOf(values).slice(0, Math.max(0, numberOf(count)))],
  ['last', (count, values) => (numberOf(count) > 0 ? listOf(values).slice(-numberOf(count)) : [])],
  ['after', (count, values) => listOf(values).slice(Math.max(0, numberOf(count)))],
  ['seq', (...values) => sequence(values.map(numberOf))],
  ['in', (values, value) => isIn(values, value)],
  ['uniq', (values) => [...new Map(listOf(values).map((value) => [textOf(value), value])).values()]],
  ['sort', sort],
  ['where', where],
  ['jsonify', (value) => JSON.stringify(plainOf(value)) ?? ''],
]

function dictionary(values: readonly Value[]): Value {
  const map = new Map<string, Value>()
  for (let at = 0; at + 1 < values.length; at += 2) map.set(textOf(values[at]), values[at + 1])
  return map
}

function itemOf(value: Value, key: Value): Value {
  if (isMap(value)) return fieldOf(value, textOf(key))
  if (isList(value)) return value[numberOf(key)]
  return undefined
}

function listOf(value: Value): readonly Value[] {
  if (isList(value)) return value
  if (value === undefined) return []
  throw new Unsupported('not a list')
}

/** `seq LAST`, `seq FIRST LAST`, `seq FIRST STEP LAST`. */
function sequence(numbers: readonly number[]): Value {
  const [first = 0, second = 0, third = 0] = numbers
  const [from, step, to] =
    numbers.length > 2 ? [first, second, third] : numbers.length > 1 ? [first, 1, second] : [1, 1, first]
  const length = Math.floor((to - from) / step) + 1
  if (!(length <= MAX_LENGTH)) throw new Unsupported('length')
  return Array.from({ length: Math.max(0, length) }, (_, index) => from + index * step)
}

const MAX_LENGTH = 1000

function isIn(values: Value, value: Value): boolean {
  if (isList(values)) return values.some((each) => textOf(each) === textOf(value))
  return textOf(values).includes(textOf(value))
}

/** By a field, else by value; a map by its keys. */
function sort(values: Value, field: Value, direction: Value): Value {
  const list = isMap(values) ? inKeyOrder(values).map(([, value]) => value) : [...listOf(values)]
  const keyOf = (value: Value) =>
    field === undefined || textOf(field) === 'value' ? value : itemOf(value, field)
  const sorted = list.sort((a, b) => compare(keyOf(a), keyOf(b)))
  return textOf(direction) === 'desc' ? sorted.reverse() : sorted
}

function compare(a: Value, b: Value): number {
  const difference = numberOf(a) - numberOf(b)
  if (!Number.isNaN(difference)) return difference
  return textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))
}

/** `where LIST "field" value`, and with an operator. */
function where(values: Value, field: Value, ...rest: Value[]): Value {
  const [operator, value] = rest.length > 1 ? [textOf(rest[0]), rest[1]] : ['==', rest[0]]
  return listOf(values).filter((each) => {
    const item = textOf(field)
      .split('.')
      .reduce<Value>((inner, name) => itemOf(inner, name), each)
    if (operator === 'in') return isIn(value, item)
    if (operator === '!=' || operator === 'ne') return textOf(item) !== textOf(value)
    if (operator === '==' || operator === '=' || operator === 'eq') return textOf(item) === textOf(value)
    throw new Unsupported(operator)
  })
}

/** The order in which `range` goes through a map. */
export function inKeyOrder(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
}

function plainOf(value: Value): unknown {
  if (isList(value)) return value.map(plainOf)
  if (isMap(value)) return Object.fromEntries(inKeyOrder(value).map(([key, inner]) => [key, plainOf(inner)]))
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const number = typeof value === 'object' ? numberOf(value) : Number.NaN
  return Number.isNaN(number) ? (isTrue(value) || value === '' ? textOf(value) : null) : number
}
