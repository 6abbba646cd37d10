/**
 * Makes text of an author or of another site safe as part of a line in a terminal or a log. Line endings, escape
 * sequences and characters that change the direction of text are escaped: they could hide a line, forge one, or give
 * GitHub's runner a command. `##[` is one of its commands anywhere in a line.
 * @returns one line without control characters
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, spellOut).replaceAll('##[', '## [')
}

/** Control characters, line separators, marks of direction, and halves of surrogate pairs. */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

function spellOut(character: string): string {
  if (character === '\t') return ' '
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
