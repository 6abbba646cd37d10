import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

/** @see https://help.obsidian.md/data-storage */
export const obsidian: DialectRecord = {
  hiddenMarks: ['.obsidian'],
  detect: ({ hasFolder }) => (hasFolder('.obsidian') ? '.obsidian/' : undefined),
  bareFiles: true,
  titleFromName: true,
  aliasesAreNames: true,
  servedFolders: ['assets', 'public', 'static', 'content'],
  permalinks: patternPermalinks(undefined),
  syntax: { vault: true, hardBreaks: true },
}
