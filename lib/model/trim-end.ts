/**
 * Removes characters from the end of a text. A pattern such as `/-+$/` tries every run of them in the text, each to its
 * end: the square of the length of a run that is not at the end.
 * @param characters each is removed
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}
