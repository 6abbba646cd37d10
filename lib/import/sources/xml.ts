import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'

/** An element of XML with its attributes; `text` is all text below it. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/**
 * Reads a large XML file as a stream: only one of the wanted elements is in memory at a time.
 * @param wanted names of elements, with their prefix: `item`, `wp:author`
 * @throws {Error} if the file is not well-formed, with the line
 */
export async function* readXml(path: string, wanted: ReadonlySet<string>): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: false as const })
  const open: XmlElement[] = []
  let ready: XmlElement[] = []
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= new Error(`The file is not well-formed XML: ${error.message}`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && !wanted.has(name)) return
    open.push({ name, attributes: { ...attributes }, children: [], text: '' })
  })
  const addText = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const parent = open.at(-1)
    if (parent) parent.children.push(closed)
    else ready.push(closed)
  })
  for await (const chunk of createReadStream(path, 'utf8')) {
    // Exports hold control characters that XML forbids, and WordPress writes them into CDATA.
    parser.write(String(chunk).replace(FORBIDDEN, ''))
    if (failure) throw failure
    yield* ready
    ready = []
  }
  parser.close()
  if (failure) throw failure
  yield* ready
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** The text of a child; empty if there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}
