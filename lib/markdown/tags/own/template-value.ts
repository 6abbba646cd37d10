/** What a template's expression yields: HTML that is safe to write as it is, or a text that is not. */
export type Value = string | number | boolean | SafeHtml | undefined

export class SafeHtml {
  constructor(readonly html: string) {}
}

/** Go's rule: what is empty counts as false. */
export function isTrue(value: Value): boolean {
  return value instanceof SafeHtml ? value.html !== '' : Boolean(value)
}

export function textOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  return value === undefined ? '' : String(value)
}

/** As Go's html/template writes a value: a text is escaped. */
export function htmlOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  return textOf(value).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
