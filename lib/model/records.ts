/**
 * Looks up an author's word in a plain object. `record[word]` would find inherited properties too: a post that links
 * to `constructor`, or has a tag `toString`, must find nothing. `tests/unit/look-ups.test.ts` rejects the brackets.
 */
export function ownValue<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Sets an author's word in a plain object: `__proto__` becomes a key as any other. */
export function setOwn<Value>(record: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(record, key, { value, configurable: true, enumerable: true, writable: true })
}

/** An object to be filled with an author's words as keys: it inherits nothing, and `__proto__` is an ordinary key. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}
