/**
 * Reads CSV with a line of names, as RFC 4180 describes it: quoted values may hold commas, quotes and line endings.
 * @returns a row as a map from name to value
 */
export function parseCsv(text: string): Map<string, string>[] {
  const rows = readRows(text.replace(/^\uFEFF/, ''))
  const [names = [], ...values] = rows
  return values
    .filter((row) => row.some(Boolean))
    .map((row) => new Map(names.map((name, index) => [name.trim(), row[index] ?? ''])))
}

/** Each value is read once, from where the one before it ended. */
function readRows(text: string): string[][] {
  let row: string[] = []
  const rows = [row]
  for (let at = 0; at <= text.length; ) {
    const { value, end } = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at)
    row.push(value)
    at = end
    if (text[at] === ',') at++
    else if (at >= text.length) break
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      row = []
      rows.push(row)
    }
  }
  return rows
}

function readPlain(text: string, start: number): Field {
  END.lastIndex = start
  const end = END.exec(text)?.index ?? text.length
  return { value: text.slice(start, end), end }
}

/** A quote that nothing closes ends with the text; what is between the last quote and the comma belongs to the value. */
function readQuoted(text: string, start: number): Field {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue
    const { value, end } = readPlain(text, at + 1)
    return { value: text.slice(start, at).replaceAll('""', '"') + value, end }
  }
  return { value: text.slice(start).replaceAll('""', '"'), end: text.length }
}

/** The next comma or line ending. */
const END = /[,\r\n]/g

interface Field {
  value: string
  end: number
}
