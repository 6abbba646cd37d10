import { inlineScript, type Page, scriptsOf } from '../html'

/**
 * The ids of the client modules in a page's flight data: every component that the browser would have to
 * load to hydrate the page.
 *
 * @param page a parsed page as Next wrote it
 * @param cutOff the scripts that `cutFlight` removed from it
 * @returns module ids as the bundler numbers them
 * @throws if the page has no flight data, or a chunk of an unknown kind
 */
export function clientModuleIds(page: Page, cutOff: readonly string[] = []): Set<string> {
  const codes = scriptsOf(page).flatMap((script) => inlineScript(script) ?? [])
  const last = codes.at(-1)
  if (cutOff.length > 0 && !isFlightScript(last ?? ''))
    throw new Error('its last script was not parsed as a script')
  // The removed scripts were before the last one.
  const chunks = [...codes.slice(0, -1), ...cutOff, ...codes.slice(-1)].flatMap(flightChunk)
  if (chunks.length === 0) throw new Error('it has no flight data')
  const ids = new Set<string>()
  for (const row of rows(Buffer.concat(chunks))) {
    const reference = /^[0-9a-f]+:I(\[.*)$/s.exec(row)?.[1]
    if (reference === undefined) continue
    const parts: unknown = JSON.parse(reference)
    if (!Array.isArray(parts)) throw new Error(`its flight data refers to a client module as ${reference}`)
    ids.add(String(parts[0]))
  }
  return ids
}

/**
 * Removes the flight data from the end of a page, where Next writes nearly all of it: half of the page, which then need
 * not be parsed. The last script stays, so that the parser must still find it as a script: if it does not, the text
 * before it is not what it seems, and `clientModuleIds` rejects the page.
 * @returns the page without these scripts, and their code
 */
export function cutFlight(html: string): { html: string; cutOff: string[] } {
  const end = html.lastIndexOf('</script>')
  const last = html.lastIndexOf(OPEN, end)
  if (last < 0 || !isFlightScript(html.slice(last + OPEN.length, end))) return { html, cutOff: [] }
  const cutOff: string[] = []
  let start = last
  while (html.endsWith(CLOSE, start)) {
    const before = html.lastIndexOf(OPEN, start - CLOSE.length)
    const code = html.slice(before + OPEN.length, start - CLOSE.length)
    if (before < 0 || code.includes('<') || !isFlightScript(code)) break
    cutOff.unshift(code)
    start = before
  }
  return { html: html.slice(0, start) + html.slice(last), cutOff }
}

const OPEN = '<script>'
const CLOSE = '</script>'

/** Whether an inline script contains flight data: `(self.__next_f=self.__next_f||[]).push([0])` or a chunk. */
export function isFlightScript(code: string): boolean {
  return /^\(?self\.__next_f[.=]/.test(code)
}

/**
 * Next writes `self.__next_f.push([kind, data])`: 0 starts, 1 is text, 2 is form state, 3 is binary as base64.
 * @see next/dist/server/app-render/use-flight-response.js
 */
function flightChunk(code: string): Buffer[] {
  if (!isFlightScript(code)) return []
  const json = /\.push\((.*)\);?$/s.exec(code)?.[1]
  if (json === undefined) throw new Error(`its flight data has an unknown format: ${code.slice(0, 80)}`)
  const chunk: unknown = JSON.parse(json)
  const [kind, data] = Array.isArray(chunk) ? chunk : []
  if (kind === 0 || kind === 2) return []
  if (kind === 1 && typeof data === 'string') return [Buffer.from(data)]
  if (kind === 3 && typeof data === 'string') return [Buffer.from(data, 'base64')]
  throw new Error(`its flight data has a chunk of an unknown kind: ${json.slice(0, 80)}`)
}

/**
 * The rows of flight data. Most end at a line break; text and binary rows start with their length in bytes
 * (`1f:T4a2,…`), so that an author's text is never mistaken for a row.
 * @see react-server-dom-turbopack, `processBinaryChunk`
 */
function* rows(flight: Buffer): Generator<string> {
  let at = 0
  while (at < flight.length) {
    const colon = flight.indexOf(':', at)
    if (colon < 0) throw new Error('its flight data ends inside a row')
    if (LENGTH_PREFIXED.has(String.fromCharCode(flight[colon + 1] ?? 0))) {
      const comma = flight.indexOf(',', colon)
      const length = Number.parseInt(flight.toString('latin1', colon + 2, comma), 16)
      if (comma < 0 || Number.isNaN(length)) throw new Error('its flight data has a text without a length')
      at = comma + 1 + length
      continue
    }
    const newline = flight.indexOf('\n', colon)
    const end = newline < 0 ? flight.length : newline
    yield flight.toString('utf8', at, end)
    at = end + 1
  }
}

const LENGTH_PREFIXED = new Set('TAOobUSsLlGgMmV')
