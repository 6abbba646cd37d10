import { emptyRecord } from '../../model/records'
/** The attributes in `{: .class #id key="value"}`. */
export interface Attributes {
  id?: string
  classes: string[]
  values: Record<string, string>
  /** Words without a prefix: `toc`, or names of attribute lists defined elsewhere. */
  words: string[]
}

/**
 * Reads the inside of an attribute list: `.a .b #id key="value"`.
 * @returns undefined if it contains anything else: then it is text
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function readAttributes(text: string): Attributes | undefined {
  const attributes: Attributes = { classes: [], values: emptyRecord(), words: [] }
  let rest = text.trim()
  if (rest === '') return undefined
  while (rest !== '') {
    const match = PART.exec(rest)
    if (!match) return undefined
    const { id, name, key, double, single, bare, word } = match.groups ?? {}
    if (id) attributes.id = id
    if (name) attributes.classes.push(name)
    if (key) setValue(attributes, key, double ?? single ?? bare ?? '')
    if (word) attributes.words.push(word)
    rest = rest.slice(match[0].length).trimStart()
  }
  return attributes
}

const PART =
  /^(?:#(?<id>[\w:.-]+)|\.(?<name>[\w-]+)|(?<key>[A-Za-z][\w:-]*)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'}]+))|(?<word>[A-Za-z][\w-]*))(?=[\s.#]|$)/

function setValue(attributes: Attributes, key: string, value: string): void {
  if (key === 'class') attributes.classes.push(...value.split(/\s+/).filter((name) => name !== ''))
  else if (key === 'id') attributes.id = value
  else attributes.values[key] = value
}
