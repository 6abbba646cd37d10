import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { MarkdownSettings } from '../model/document'
import type { Problem } from '../model/problem'
import type { Feature, Rendered } from '../model/rendered'

/** What a document's plugins share: its settings, and what they find out about it. Lives in `file.data.quire`. */
export interface Context {
  settings: MarkdownSettings
  rendered: Rendered
  /** Whether the text holds elements whose content browsers do not unescape: `rehypeStable` looks at it again. */
  isReadTwoWays?: boolean
}

/** The settings of a text without any. */
export const defaultSettings: MarkdownSettings = {
  source: { file: 'input.md', bodyLine: 1, dialect: 'plain', root: '.' },
  math: true,
  autonumber: false,
  smartPunctuation: false,
  titleIsFirstHeading: false,
  lang: 'en',
  tags: {},
}

/** Gives a file its context. Called once, before any plugin looks. */
export function setContext(file: VFile, settings: MarkdownSettings): void {
  file.data.quire = { settings, rendered: emptyRendered() }
}

/** @throws {Error} where `setContext` was not called: a mistake in the pipeline, never in a text. */
export function contextOf(file: VFile): Context {
  const context = file.data.quire
  if (!context) throw new Error('The file has no context: the pipeline starts with remarkStaged.')
  return context
}

/**
 * Says where in the author's own file a node of the body is.
 * @returns line and column from 1; the body's first line where the node was made by a plugin.
 */
export function placeOf(file: VFile, node: Located): { line: number; column: number } {
  const { source } = contextOf(file).settings
  const start = 'line' in node ? node : node.position?.start
  return {
    line: source.bodyLine + writtenLine(start?.line ?? 1, source.lines) - 1,
    column: start?.column ?? 1,
  }
}

/** Tells the author about a node: a warning unless `severity` says otherwise. */
export function report(
  file: VFile,
  node: Located,
  problem: Pick<Problem, 'rule' | 'message' | 'hint'> & Partial<Pick<Problem, 'severity'>>,
): void {
  const { settings, rendered } = contextOf(file)
  rendered.problems.push({
    severity: 'warning',
    file: settings.source.file,
    ...placeOf(file, node),
    ...problem,
  })
}

/** The line of the body as written that a line of the body as staged came from. */
function writtenLine(line: number, moved: MarkdownSettings['source']['lines']): number {
  const last = moved?.findLast(([staged]) => staged <= line)
  return last ? line - last[0] + last[1] : line
}

/** Notes what a page needs beyond text. */
export function addFeature(file: VFile, feature: Feature): void {
  const { features } = contextOf(file).rendered
  if (!features.includes(feature)) features.push(feature)
}

/** What is known of a text before it is read. */
export function emptyRendered(): Rendered {
  return {
    toc: [],
    anchors: [],
    words: 0,
    excerpt: '',
    opening: '',
    links: [],
    images: [],
    embeds: [],
    features: [],
    problems: [],
  }
}

/** Anything with a place: a node of any tree, or a point itself. */
export type Located = Point | { position?: Position | undefined }

declare module 'vfile' {
  interface DataMap {
    quire: Context
    /** Contentlayer's `_raw` of the document. */
    rawDocumentData: Record<string, unknown>
  }
}
