/**
 * Looks up an author's word in a plain object. `record[word]` would find what every object inherits: a post that links
 * to `constructor`, or has a tag `toString`, must find nothing. `tests/unit/look-ups.test.ts` refuses the brackets.
 */
export function ownValue<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** An object to be filled with an author's words as keys: nothing is inherited, and `__proto__` is a word like others. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}
