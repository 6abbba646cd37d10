import type { Problem } from './problem'

/** What one pass over a document yields beside its HTML. Plain JSON: Contentlayer stores it with the document. */
export interface Rendered {
  toc: TocEntry[]
  /** Every id in the document that a link may name. */
  anchors: string[]
  /** Words of the running text by Unicode segmentation; code and formulas are not counted. */
  words: number
  /** Plain text of the first paragraph, or of all before `<!--more-->` where the author set one. */
  excerpt: string
  /** Plain text of the first paragraph that holds text: a lead that equals it is not shown twice. */
  opening: string
  /** Every link of the document as written. */
  links: Reference[]
  /** Every picture of the document as written. */
  images: Reference[]
  embeds: EmbedReference[]
  /** What the page needs beyond text: style sheets come only with pages that hold such nodes. */
  features: Feature[]
  problems: Problem[]
}

/** A text as rendered, and as it is kept in the cache. */
export interface RenderedText {
  html: string
  rendered: Rendered
  /** How long the worker took. */
  milliseconds: number
  /** It took too long: the next run tries again. */
  incomplete?: boolean
}

export type Feature = 'math' | 'code' | 'mermaid' | 'embed' | 'table'

/** An entry of the table of contents. `number` only where the post asks for numbered headings. */
export interface TocEntry {
  id: string
  text: string
  /** 2 to 6, as in `h2`. */
  depth: number
  number?: string
  children: TocEntry[]
}

/** A place in the author's file that names an address. `line` and `column` count from 1. */
export interface Reference {
  url: string
  /** Only of pictures: the author gave its width and height. */
  sized?: boolean
  line: number
  column: number
}

/** Something of another site that the text shows: `<x-embed provider="tweet" id="…">` in the HTML. */
export interface EmbedReference {
  provider: string
  id: string
  url: string
  line: number
  column: number
}
