import { slugify, splitDatePrefix } from '../urls/slug'
import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

/** Posts exported from Ghost, which served every post from the root. */
export const ghost: DialectRecord = {
  servedFolders: ['static', 'assets', 'public', 'content'],
  permalinks: patternPermalinks(
    ({ fields, file }) => `/${fields.slug ?? slugify(splitDatePrefix(file.name).rest)}/`,
  ),
  termUrls: () => ({ tags: ['/tag/:term'] }),
  syntax: { tightHeadings: true, hardBreaks: true },
}
