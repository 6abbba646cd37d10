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
    .trimEnd()
}

/** From the last part to the first: of each only what is longer than those after it is still seen. */
function overwrite(line: string): string {
  return line.split('\r').reduceRight((shown, part) => shown + part.slice(shown.length))
}
