import type { Problem } from './problem'

/** What rendering a document yields in addition to its HTML. Plain JSON: Contentlayer stores it with the document. */
export interface Rendered {
  toc: TocEntry[]
  /** Every id in the document that a link can point to. */
  anchors: string[]
  /** Words of the running text by Unicode segmentation; code and formulas are not counted. */
  words: number
  /** Plain text of the first paragraph, or of everything before `<!--more-->` if there is one. */
  excerpt: string
  /** Plain text of the first paragraph with text: a lead with the same text is not shown twice. */
  opening: string
  /** Every link of the document as written. */
  links: Reference[]
  /** Every image of the document as written. */
  images: Reference[]
  embeds: EmbedReference[]
  /** What the page needs in addition to text: style sheets are only sent with pages that contain such nodes. */
  features: Feature[]
  problems: Problem[]
  /** What is allowed but worth a look before publishing: only `npm run check` shows it. */
  advice: Problem[]
}

/** A text as rendered, and as it is kept in the cache. */
export interface RenderedText {
  html: string
  rendered: Rendered
  /** The same text for search, without what snapshots of embeds add. */
  sections: TextSection[]
  /** How long the worker took. */
  milliseconds: number
  /** Milliseconds by the name of the plugin; not kept in the cache. */
  pluginTimes?: Record<string, number>
  /** It took too long: the next run tries again. */
  incomplete?: boolean
}

/** Plain text between two headings. */
export interface TextSection {
  /** The anchor of the heading. */
  id?: string
  /** Empty above the first heading. */
  heading: string
  text: string
}

export type Feature = 'math' | 'code' | 'mermaid' | 'embed' | 'table'

/** An entry of the table of contents. `number` is only set if the post asks for numbered headings. */
export interface TocEntry {
  id: string
  text: string
  /** 2 to 6, as in `h2`. */
  depth: number
  number?: string
  children: TocEntry[]
}

/** A place in the source file that contains a URL. `line` and `column` count from 1. */
export interface Reference {
  url: string
  /** Only for images: the author gave width and height. */
  sized?: boolean
  line: number
  column: number
}

/** Content of another site that the document embeds: `<x-embed provider="tweet" id="…">` in the HTML. */
export interface EmbedReference {
  provider: string
  id: string
  url: string
  line: number
  column: number
}
