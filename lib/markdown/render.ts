import { unified } from 'unified'
import { VFile } from 'vfile'
import type { MarkdownSettings } from '../model/document'
import type { Rendered } from '../model/rendered'
import { contextOf, defaultSettings, setContext } from './context'
import { usePipeline } from './pipeline'

/**
 * Renders Markdown with the same plugins as the site's documents.
 * @param markdown the body alone, without front matter
 * @param settings differences from the defaults
 * @returns the HTML and the collected data; problems refer to lines of `settings.source.file`
 */
export async function renderMarkdown(
  markdown: string,
  settings: Partial<MarkdownSettings> = {},
): Promise<RenderedMarkdown> {
  const file = new VFile(markdown)
  setContext(file, { ...defaultSettings, ...settings })
  const html = String(await processor.process(file))
  return { html, rendered: contextOf(file).rendered }
}

/** Does the same without writing the HTML, for callers that only need what was found. */
export async function readFacts(markdown: string, settings: Partial<MarkdownSettings>): Promise<Rendered> {
  const file = new VFile(markdown)
  setContext(file, { ...defaultSettings, ...settings })
  await processor.run(processor.parse(file), file)
  return contextOf(file).rendered
}

const processor = unified()
usePipeline(processor)

export interface RenderedMarkdown {
  html: string
  rendered: Rendered
}
