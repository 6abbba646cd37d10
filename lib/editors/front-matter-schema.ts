import { FIELD_NAMES, type FieldName, TABLE } from '../staging/front-matter/field-table'
import * as values from '../staging/front-matter/values'
import { HELP } from './field-help'

/**
 * The front matter of a post as JSON Schema, for completion and checks in an editor. Derived from the field table of the build,
 * so it contains every key, its other names and its values.
 */
export function frontMatterSchema(): JsonSchema {
  const properties = new Map<string, JsonSchema>()
  for (const field of FIELD_NAMES) {
    const [[own]] = TABLE[field]
    for (const [key, read] of TABLE[field]) {
      const description = key === own ? HELP[field] : `Another name of \`${own}\`. ${HELP[field]}`
      const known = properties.get(key)
      const type = shapeOf(field, read)
      // One key may be two fields: `published` is a date in one system and a switch in another.
      properties.set(key, known ? { anyOf: [known, { ...type, description }] } : { ...type, description })
    }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of a post',
    type: 'object',
    properties: Object.fromEntries(properties),
    // Other keys are kept in `extra`.
    additionalProperties: true,
  }
}

const text: JsonSchema = { type: ['string', 'number'] }
const texts: JsonSchema = { type: 'array', items: text }
const flag: JsonSchema = { type: 'boolean' }

/** The values that each reader accepts, as they are usually written. */
const SHAPES = new Map<unknown, JsonSchema>([
  [values.text, text],
  [values.prose, text],
  [values.date, text],
  [values.dateUnlessFlag, text],
  [values.flag, flag],
  [values.flagReversed, flag],
  [values.flagOrOptions, { anyOf: [flag, { type: 'object' }] }],
  [values.list, { anyOf: [text, texts] }],
  [values.wholeList, { anyOf: [text, texts] }],
  [values.firstText, { anyOf: [text, texts] }],
  [values.language, { type: 'string' }],
  [values.canonicalUrl, { type: 'string' }],
  [values.thread, { type: 'string' }],
  [values.people, { anyOf: [text, { type: 'object' }, { type: 'array' }] }],
  [values.picture, { anyOf: [{ type: 'string' }, { type: 'object' }, { type: 'array' }] }],
])

function shapeOf(field: FieldName, read: unknown): JsonSchema {
  const shape = SHAPES.get(read)
  if (!shape) throw new Error(`The reader of \`${field}\` has no JSON Schema: add it to SHAPES.`)
  return shape
}

export type JsonSchema = { [key: string]: unknown }
