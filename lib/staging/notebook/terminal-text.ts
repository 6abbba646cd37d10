import { stripVTControlCharacters } from 'node:util'

/**
 * What a terminal shows of a program's output: colors and moves of the cursor are gone, and a carriage return writes
 * over the line, as progress bars do.
 */
export function terminalText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map(overwrite)
    .join('\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\s+$/, '')
}

function overwrite(line: string): string {
  const parts = line.split('\r')
  return parts.reduce((shown, part) => part + shown.slice(part.length))
}
