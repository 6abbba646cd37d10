import { renderMarkdown } from '../../markdown/render'
import type { RenderedText } from '../../model/rendered'
import type { RenderTask } from './render-task'

/** What a worker thread does, for one text after the other. Bundled by `bundle-code.ts`. */
export default async function renderText({ body, settings }: RenderTask): Promise<RenderedText> {
  const started = performance.now()
  const { html, rendered } = await renderMarkdown(body, settings)
  return { html, rendered, milliseconds: performance.now() - started }
}
