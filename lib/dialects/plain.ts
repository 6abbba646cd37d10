import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Markdown without a known system, and the author's own posts. */
export const plain: DialectRecord = {
  bareFiles: true,
  notebooks: /./,
  servedFolders: ['static', 'assets', 'public', 'source', 'content'],
  permalinks: patternPermalinks(undefined),
  syntax: {},
}
