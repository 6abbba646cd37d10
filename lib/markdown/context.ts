import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { MarkdownSettings } from '../model/document'
import type { Problem } from '../model/problem'
import type { Feature, Rendered } from '../model/rendered'

/** State shared by the plugins for one document: its settings, and what they find out about it. Stored in `file.data.quire`. */
export interface Context {
  settings: MarkdownSettings
  rendered: Rendered
  /** Whether the document contains elements whose content browsers do not unescape: `rehypeStable` checks it again. */
  isReadTwoWays?: boolean
}

/** The default settings. */
export const defaultSettings: MarkdownSettings = {
  source: { file: 'input.md', bodyLine: 1, dialect: 'plain', root: '.' },
  math: true,
  autonumber: false,
  smartPunctuation: false,
  titleIsFirstHeading: false,
  lang: 'en',
  tags: {},
}

/** Creates the context of a file. Called once, before any plugin reads it. */
export function setContext(file: VFile, settings: MarkdownSettings): void {
  file.data.quire = { settings, rendered: emptyRendered() }
}

/** @throws {Error} if `setContext` was not called: a mistake in the pipeline, never in a document. */
export function contextOf(file: VFile): Context {
  const context = file.data.quire
  if (!context) throw new Error('The file has no context: the pipeline starts with remarkStaged.')
  return context
}

/**
 * Finds the position of a node in the source file.
 * @returns line and column from 1; the body's first line if a plugin created the node.
 */
export function placeOf(file: VFile, node: Located): { line: number; column: number } {
  const { source } = contextOf(file).settings
  const start = 'line' in node ? node : node.position?.start
  return {
    line: source.bodyLine + writtenLine(start?.line ?? 1, source.lines) - 1,
    column: start?.column ?? 1,
  }
}

/** Reports a problem with a node: a warning unless `severity` is set. */
export function report(
  file: VFile,
  node: Located,
  problem: Pick<Problem, 'rule' | 'message' | 'hint'> & Partial<Pick<Problem, 'severity'>>,
): void {
  contextOf(file).rendered.problems.push(problemAt(file, node, problem))
}

/** Reports what is allowed but worth a look before publishing: a build stays silent about it. */
export function advise(file: VFile, node: Located, advice: Pick<Problem, 'rule' | 'message' | 'hint'>): void {
  contextOf(file).rendered.advice.push(problemAt(file, node, advice))
}

function problemAt(
  file: VFile,
  node: Located,
  problem: Pick<Problem, 'rule' | 'message' | 'hint'> & Partial<Pick<Problem, 'severity'>>,
): Problem {
  return {
    severity: 'warning',
    file: contextOf(file).settings.source.file,
    ...placeOf(file, node),
    ...problem,
  }
}

/** Maps a line of the staged body to the line of the body as written. */
function writtenLine(line: number, moved: MarkdownSettings['source']['lines']): number {
  const last = moved?.findLast(([staged]) => staged <= line)
  return last ? line - last[0] + last[1] : line
}

/** Records what a page needs in addition to text. */
export function addFeature(file: VFile, feature: Feature): void {
  const { features } = contextOf(file).rendered
  if (!features.includes(feature)) features.push(feature)
}

/** The state before the document is parsed. */
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
    advice: [],
  }
}

/** Anything with a position: a node of any tree, or a point. */
export type Located = Point | { position?: Position | undefined }

declare module 'vfile' {
  interface DataMap {
    quire: Context
    /** The document's `_raw` in Contentlayer. */
    rawDocumentData: Record<string, unknown>
  }
}
