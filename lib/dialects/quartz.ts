import type { DialectRecord } from './dialect'
import { obsidian } from './obsidian'
import { patternPermalinks } from './rules/pattern-permalinks'

/** An Obsidian vault in `content`, published by Quartz; `docs` is Quartz' own documentation. @see https://quartz.jzhao.xyz/configuration */
export const quartz: DialectRecord = {
  ...obsidian,
  hiddenMarks: [],
  detect: ({ hasFile }) => ['ts', 'js'].map((end) => `quartz.config.${end}`).find(hasFile),
  postFolders: () => ['content'],
  // Quartz' `ignorePatterns`.
  isPost: (path) => !/(?:^|\/)(?:private|templates)\//.test(path),
  servedFolders: ['content', 'static', 'public'],
  permalinks: (post, rules) =>
    patternPermalinks(`/${post.file.inBlog.replace(/^content\//, '').replace(/\.[^./]+$/, '')}`)(
      { ...post },
      rules,
    ).map((address) => address.replaceAll(' ', '-').replace(/(?<=\/)index$/, '')),
  termUrls: () => ({ tags: ['/tags/:term'] }),
  syntax: { vault: true },
}
