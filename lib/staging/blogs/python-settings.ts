import type { Entry } from '../front-matter/entry'

/**
 * The plain settings of a Python file such as Pelican's: `NAME = 'text'`, `True`, `False`. Nothing is run; any other
 * value is left out. The first string counts if a condition follows.
 */
export function readPythonSettings(text: string): Entry[] {
  return text.split('\n').flatMap((line, index): Entry[] => {
    const [, key = '', , string, word] = SETTING.exec(line) ?? []
    const value = string ?? (word === undefined ? undefined : word === 'True')
    const place = { line: index + 1, column: 1 }
    return value === undefined ? [] : [{ key, value, text: String(value), ...place, valuePlace: place }]
  })
}

const SETTING = /^([A-Z][A-Z\d_]*)\s*=\s*(?:u?(["'])((?:(?!\2).)*)\2|(True|False)\b)/
