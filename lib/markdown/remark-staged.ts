import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { MarkdownSettings } from '../model/document'
import { FILE_START } from '../model/problem'
import { isHtmlFile } from '../urls/markdown-files'
import { contextOf, defaultSettings, report, setContext } from './context'
import { findCostly } from './limits/find-costly'
import { parseMarkdown } from './parse'
import { showSource } from './remark-depth'
import { findCodeTags } from './tags/code-tags'
import { writeDefinitions } from './tags/write-definitions'

/**
 * The first plugin: reads the settings from a staged file's front matter, then parses the body accordingly
 * (`math: false` leaves dollars alone, a dialect brings its syntax). Parsing waits until here because unified
 * gives a parser only the text, and Contentlayer adds a document's data only afterwards.
 *
 * Assigns `rendered` to Contentlayer's `rawDocumentData`, so that it is stored with the document as `_raw.rendered`.
 */
export function remarkStaged(this: Processor) {
  this.parser = () => ({ type: 'root', children: [] })

  return (_tree: Root, file: VFile): Root => {
    if (!file.data.quire) {
      const { settings, body } = splitStaged(String(file))
      setContext(file, settings)
      file.value = body
    }
    const context = contextOf(file)
    const codeTags = findCodeTags(String(file), context.settings)
    if (Object.keys(codeTags).length > 0)
      context.settings = { ...context.settings, tags: { ...context.settings.tags, ...codeTags } }
    const { settings, rendered } = context
    if (file.data.rawDocumentData) file.data.rawDocumentData.rendered = rendered
    file.value = writeDefinitions(String(file), settings)
    reportSize(file)
    const costly = findCostly(file.value)
    if (costly) return showSource({ type: 'root', children: [] }, file, costly)
    return isHtmlFile(settings.source.file) ? htmlTree(file) : parseMarkdown(file.value, settings)
  }
}

/** A post written in HTML is one piece of it, whatever its lines begin with. */
function htmlTree(file: VFile): Root {
  const value = String(file)
  const lines = value.split('\n')
  const start = { line: 1, column: 1, offset: 0 }
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: value.length }
  return { type: 'root', children: [{ type: 'html', value, position: { start, end } }] }
}

/**
 * @param text a staged file: `---`, one `key: <JSON>` per line, `---`, the body
 * @throws {Error} if the line of the settings is not JSON: the staging step always writes JSON.
 */
export function splitStaged(text: string): { settings: MarkdownSettings; body: string } {
  const fence = /^---\n(?:([\s\S]*?)\n)?---(?:\n|$)/.exec(text)
  if (!fence) return { settings: defaultSettings, body: text }
  const line = fence[1]?.split('\n').find((line) => line.startsWith(SETTINGS))
  const settings: Partial<MarkdownSettings> = line ? JSON.parse(line.slice(SETTINGS.length)) : {}
  return { settings: { ...defaultSettings, ...settings }, body: text.slice(fence[0].length) }
}

const SETTINGS = 'settings: '

/** A document as long as a book, or a line as long as an article, is usually not a post. */
function reportSize(file: VFile): void {
  const text = String(file)
  const line = text.length > MAX_LINE ? text.split('\n').findIndex((each) => each.length > MAX_LINE) : -1
  if (text.length > MAX_TEXT) {
    report(file, FILE_START, {
      rule: 'markdown/large',
      message: `The document has ${Math.round(text.length / 1e6)} million characters: pages of this size load slowly.`,
      hint: 'Divide it into several posts, or move generated content to a file that the post links to.',
    })
  }
  if (line < 0) return
  report(
    file,
    { line: line + 1, column: 1 },
    {
      rule: 'markdown/large',
      message: `This line has more than ${MAX_LINE / 1000},000 characters.`,
      hint: 'Move data (an image in Base64, minified code) to a separate file.',
    },
  )
}

const MAX_TEXT = 2_000_000
const MAX_LINE = 20_000
