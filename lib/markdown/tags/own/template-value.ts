/** The value of a template's expression: HTML that is safe to write as it is, or text that is not. */
export type Value = string | number | boolean | SafeHtml | undefined

export class SafeHtml {
  constructor(readonly html: string) {}
}

/** Go's rule: empty values count as false. */
export function isTrue(value: Value): boolean {
  return value instanceof SafeHtml ? value.html !== '' : Boolean(value)
}

export function textOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  return value === undefined ? '' : String(value)
}

/** Formats a value like Go's html/template: text is escaped. */
export function htmlOf(value: Value): string {
  if (value instanceof SafeHtml) return value.html
  return textOf(value).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
