import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Posts kept for dev.to's editor. @see https://github.com/maxime1992/dev-to-git */
export const devto: DialectRecord = {
  detect: ({ hasFile }) => (hasFile('dev-to-git.json') ? 'dev-to-git.json' : undefined),
  servedFolders: ['assets', 'public', 'static'],
  permalinks: patternPermalinks(undefined),
  // The pipeline knows its tags; its posts contain little other Liquid.
  syntax: { liquid: true, phrasingBlocks: true, tightHeadings: true, hardBreaks: true },
}
