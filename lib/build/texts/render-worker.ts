import { highlightWatch } from '../../markdown/code/highlight-watch'
import { parseFragment } from '../../markdown/html/parse-fragment'
import { readFacts, renderMarkdown } from '../../markdown/render'
import { takeTimes } from '../../markdown/time-plugins'
import type { RenderedText } from '../../model/rendered'
import { readSections } from '../../search/search-document'
import type { RenderTask } from './render-task'

/** Runs in a worker thread and renders one text after another. Bundled by `bundle-code.ts`. */
export default async function renderText(task: RenderTask): Promise<RenderedText> {
  const { body, settings, place, factsOnly = false } = task
  const view = place && new Int32Array(place)
  highlightWatch.report = (line) => view && Atomics.store(view, 0, line)
  takeTimes()
  const started = performance.now()
  const { html, rendered } = factsOnly
    ? { html: '', rendered: await readFacts(body, settings) }
    : await renderMarkdown(body, settings)
  const sections = factsOnly ? [] : readSections(parseFragment(html))
  return { html, rendered, sections, pluginTimes: takeTimes(), milliseconds: performance.now() - started }
}
