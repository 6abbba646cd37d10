import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Articles kept for zenn.dev. @see https://zenn.dev/zenn/articles/zenn-cli-guide */
export const zenn: DialectRecord = {
  detect: async ({ hasFolder, read }) =>
    hasFolder('articles') && /"zenn(?:-cli)?"\s*:/.test(await read('package.json')) ? 'articles/' : undefined,
  postFolders: () => ['articles'],
  servedFolders: ['images', 'public', 'static'],
  keys: { date: ['published_at'] },
  permalinks: patternPermalinks(undefined),
  syntax: { hardBreaks: true },
}
