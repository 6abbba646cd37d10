/** Shortens text for a message: on one line, truncated with an ellipsis if it is longer than the limit. */
export function shorten(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1)}…` : line
}
