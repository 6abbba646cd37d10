import { ownValue } from '../../model/records'
import type { CellOptions } from './cell-options'
import type { MimeBundle, Output } from './notebook-file'
import type { NotebookPictures } from './pictures'
import { terminalText } from './terminal-text'

/** The outputs of a cell as Markdown, and what of them cannot be shown on a page without scripts. */
export function writeOutputs(
  outputs: readonly Output[],
  options: CellOptions,
  pictures: NotebookPictures,
): { parts: string[]; lost: string[] } {
  const parts: string[] = []
  const lost: string[] = []
  let stream = ''
  const endStream = () => {
    const text = terminalText(stream)
    if (text !== '') parts.push(preformatted(text))
    stream = ''
  }
  for (const output of outputs) {
    if (output.type === 'stream') {
      // Programs write one line in several pieces.
      stream += output.text
      continue
    }
    endStream()
    const written =
      output.type === 'data'
        ? writeData(output.data, output.metadata, options, pictures)
        : preformatted(terminalText(output.text))
    if (written) parts.push(written)
    else if (output.type === 'data') lost.push(Object.keys(output.data).join(', '))
  }
  endStream()
  return { parts, lost }
}

/**
 * The representation that says most, in the order that Jupyter itself prefers. HTML that is nothing without its script
 * comes last.
 */
function writeData(
  data: MimeBundle,
  metadata: Readonly<Record<string, unknown>>,
  options: CellOptions,
  pictures: NotebookPictures,
): string | undefined {
  const text = (mime: string) => {
    const value = ownValue(data, mime)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const html = text('text/html')
  if (html && isReadable(html)) return rawHtml(withoutStyles(html))
  const markdown = text('text/markdown')
  if (markdown) return markdown
  const picture = pictures.add(data)
  if (picture) return writePicture(picture.url, picture.mime, data, metadata, options)
  const latex = text('text/latex')
  if (latex) return /^\s*(?:\$|\\\[|\\\()/.test(latex) ? latex.trim() : `$$\n${latex.trim()}\n$$`
  // A widget's or a script's text names an object: `<Figure>`, `Map(center=…)`.
  const isProgram = html !== undefined || Object.keys(data).some((mime) => PROGRAM.test(mime))
  const plain = text('text/plain')
  if (plain && !isProgram) return preformatted(terminalText(plain))
  return undefined
}

const PROGRAM = /javascript|widget|vnd\.(?:plotly|vega|bokeh|holoviews)/

function writePicture(
  url: string,
  mime: string,
  data: MimeBundle,
  metadata: Readonly<Record<string, unknown>>,
  { alt, caption }: CellOptions,
): string {
  const plain = data['text/plain']
  // `<Figure size 640x480 with 1 Axes>` describes nothing.
  const description = alt ?? caption ?? (typeof plain === 'string' && !/^\s*</.test(plain) ? plain : '')
  const escaped = description
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]*_`<>&]/g, '\\$&')
  const size = ownValue(metadata, mime) ?? metadata
  const width = typeof size === 'object' && size !== null && 'width' in size ? Number(size.width) : Number.NaN
  const picture =
    Number.isInteger(width) && width > 0 && escaped === description
      ? `<img src="${url}" alt="${description.replaceAll('"', '&quot;')}" width="${width}">`
      : `![${escaped}](${url})`
  return caption ? `<figure>\n\n${picture}\n\n<figcaption>\n\n${caption}\n\n</figcaption></figure>` : picture
}

/** Whether something is left of HTML without its scripts. */
function isReadable(html: string): boolean {
  const rest = removeElements(withoutStyles(html), 'script')
  return (
    /<(?:img|svg|table|video|audio|iframe|math|hr|input|progress)\b/i.test(rest) ||
    rest.replace(/<[^<>]*>/g, '').trim() !== ''
  )
}

/** They are made for Jupyter's page, and would style all of ours. */
function withoutStyles(html: string): string {
  return removeElements(html, 'style')
}

/** Removes elements whose content is no HTML. One that nothing closes is left: it is looked for once. */
function removeElements(html: string, name: string): string {
  const pattern = new RegExp(`<${name}\\b|</${name}>`, 'gi')
  let kept = ''
  let at = 0
  let start: number | undefined
  for (const { 0: found, index } of html.matchAll(pattern)) {
    if (!found.startsWith('</')) start ??= index
    else if (start !== undefined) {
      kept += html.slice(at, start)
      at = index + found.length
      start = undefined
    }
  }
  return kept + html.slice(at)
}

function preformatted(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return rawHtml(`<pre tabindex="0"><samp>${escaped}</samp></pre>`)
}

/** HTML in which nothing is Markdown. Without its braces nothing in it can end the tag. */
function rawHtml(html: string): string {
  return `{{< rawhtml >}}${html.replaceAll(/\{(?=[{%])/g, '&#123;')}{{< /rawhtml >}}`
}
