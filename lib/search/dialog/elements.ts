export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties)
}

/** Adds the style sheet of everything that this module shows, once. */
export function addStyles(): void {
  const href = new URL('dialog.css', import.meta.url).href
  if (!document.querySelector(`link[href="${href}"]`))
    document.head.append(make('link', { rel: 'stylesheet', href }))
}
