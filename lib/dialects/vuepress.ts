import type { DialectRecord } from './dialect'
import { patternPermalinks } from './rules/pattern-permalinks'

const marks = ['.vuepress', '.vitepress']

/** VuePress and VitePress: the folder that holds `.vuepress` or `.vitepress`. @see https://vitepress.dev/guide/routing */
export const vuepress: DialectRecord = {
  hiddenMarks: marks,
  detect: ({ hasFolder }) => {
    const mark = marks.find(hasFolder)
    return mark && `${mark}/`
  },
  bareFiles: true,
  isHidden: (keys) => keys.get('home') === true || keys.get('layout') === 'home',
  servedFolders: ['public', 'static', 'assets', '.vuepress/public'],
  permalinks: (post, rules) => {
    const path = post.file.inBlog.replace(/(?:(?<=^|\/)(?:index|README))?\.[^./]+$/i, '')
    return patternPermalinks(`/${path}${path === '' || path.endsWith('/') ? '' : '.html'}`)(post, rules)
  },
  termUrls: () => ({ tags: ['/tags/:term', '/tag/:term'], categories: ['/categories/:term'] }),
  syntax: { headingAttributes: true },
}
