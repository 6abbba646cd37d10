import type { DialectRecord } from './dialect'
import { obsidian } from './obsidian'

/** A graph of Logseq: its pages are posts, its journals are not. @see https://docs.logseq.com */
export const logseq: DialectRecord = {
  ...obsidian,
  hiddenMarks: [],
  detect: ({ hasFile }) => (hasFile('logseq/config.edn') ? 'logseq/config.edn' : undefined),
  postFolders: () => ['pages'],
  servedFolders: ['assets', 'public', 'static'],
}
