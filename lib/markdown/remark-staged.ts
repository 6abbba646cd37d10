import type { Root } from 'mdast'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import type { MarkdownSettings } from '../model/document'
import { contextOf, defaultSettings, setContext } from './context'
import { parseMarkdown } from './parse'
import { writeDefinitions } from './tags/write-definitions'

/**
 * The first plugin: takes the settings out of a staged file's front matter, then parses the body as they ask
 * (`math: false` leaves dollars alone, a dialect brings its syntax). Parsing waits until here because unified
 * gives a parser nothing but the text, and Contentlayer adds a document's data only afterwards.
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
    const { settings, rendered } = contextOf(file)
    if (file.data.rawDocumentData) file.data.rawDocumentData.rendered = rendered
    file.value = writeDefinitions(String(file), settings.tags)
    return parseMarkdown(file.value, settings)
  }
}

/**
 * @param text a staged file: `---`, one `key: <JSON>` a line, `---`, the body
 * @throws {Error} where the settings' line does not hold JSON: the staging step writes nothing else.
 */
export function splitStaged(text: string): { settings: MarkdownSettings; body: string } {
  const fence = /^---\n(?:([\s\S]*?)\n)?---(?:\n|$)/.exec(text)
  if (!fence) return { settings: defaultSettings, body: text }
  const line = fence[1]?.split('\n').find((line) => line.startsWith(SETTINGS))
  const settings: Partial<MarkdownSettings> = line ? JSON.parse(line.slice(SETTINGS.length)) : {}
  return { settings: { ...defaultSettings, ...settings }, body: text.slice(fence[0].length) }
}

const SETTINGS = 'settings: '
