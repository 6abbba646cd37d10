import type { MarkdownSettings } from '../../model/document'

/** A text to render, as it is sent to a worker. */
export interface RenderTask {
  body: string
  settings: MarkdownSettings
}
