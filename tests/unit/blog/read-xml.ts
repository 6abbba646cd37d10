import { SaxesParser } from 'saxes'

/** @returns the texts of all elements of one name. @throws if the XML is not well-formed */
export function readXml(xml: string, element: string): string[] {
  const texts: string[] = []
  let open = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    open = name
    if (name === element) texts.push('')
  })
  const add = (text: string) => {
    if (open === element) texts[texts.length - 1] += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open = ''
  })
  parser.write(xml).close()
  return texts
}
