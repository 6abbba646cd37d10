import type { MarkdownSettings } from '../../model/document'

/** A text to render, as it is sent to a worker. */
export interface RenderTask {
  body: string
  settings: MarkdownSettings
  /** Only what is found in the text is needed: the HTML and the sections of the result are empty. */
  factsOnly?: boolean
  /** One 32-bit number: the worker writes there the line of the code block that it is at, 0 for none. */
  place?: SharedArrayBuffer
}
