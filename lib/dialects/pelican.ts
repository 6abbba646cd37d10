import { slugify } from '../urls/slug'
import type { DialectRecord } from './dialect'
import { folderOf, textOf } from './rules/config-values'
import { writtenMoment } from './rules/moments'

/** @see https://docs.getpelican.com/en/latest/settings.html */
export const pelican: DialectRecord = {
  detect: ({ hasFile }) => (hasFile('pelicanconf.py') ? 'pelicanconf.py' : undefined),
  configFiles: ['pelicanconf.py'],
  readConfig: (config) => {
    const pattern = textOf(config.ARTICLE_URL)
    return pattern ? { permalinks: { '': pattern } } : {}
  },
  postFolders: (config, { hasFolder }) => [
    [folderOf(config.PATH), 'content', 'posts', 'src'].find((path) => path && hasFolder(path)) ?? '',
  ],
  isPost: (path) => !/(?:^|\/)pages\//.test(path) && !/^(?:output|theme|themes|plugins)\//.test(path),
  pageUrl: (path) => {
    const [, name] = /(?:^|\/)pages\/(?:.*\/)?([^/]+)\.[^./]+$/.exec(path) ?? []
    return name && `/pages/${name}`
  },
  headers: true,
  servedFolders: ['content', 'content/static', 'content/extra', 'static'],
  permalinks: (post, rules) => {
    const address = pelicanPermalink(rules.permalinks[''] ?? '{slug}.html', post)
    return address === undefined ? [] : [address]
  },
  termUrls: () => ({ tags: ['/tag/:term.html'], categories: ['/category/:term.html'] }),
  syntax: { headingAttributes: true, definitionLists: true },
}

/** `blog/{date:%Y}/{date:%m}/{slug}/`: Python's format, with dates by strftime. */
function pelicanPermalink(
  pattern: string,
  post: Parameters<NonNullable<DialectRecord['permalinks']>>[0],
): string | undefined {
  const time = writtenMoment(post)?.setLocale('en')
  let isKnown = true
  const address = pattern.replace(
    /\{(\w+)(?::([^}]*))?\}/g,
    (_, name: string, format: string | undefined) => {
      const value = name === 'date' && format ? time && strftime(format, time) : words(name, post)
      if (value === undefined) isKnown = false
      return value ?? ''
    },
  )
  return isKnown ? `/${address}`.replace(/\/{2,}/g, '/') : undefined
}

function strftime(format: string, time: { toFormat: (format: string) => string }): string {
  return format.replace(/%(-?[A-Za-z])/g, (token, code: string) => {
    const luxon = CODES.get(code)
    return luxon ? time.toFormat(luxon) : token
  })
}

const CODES = new Map([
  ['Y', 'yyyy'],
  ['y', 'yy'],
  ['m', 'LL'],
  ['-m', 'L'],
  ['d', 'dd'],
  ['-d', 'd'],
  ['b', 'LLL'],
  ['B', 'LLLL'],
  ['j', 'ooo'],
  ['H', 'HH'],
  ['M', 'mm'],
])

function words(
  name: string,
  { fields, file }: Parameters<NonNullable<DialectRecord['permalinks']>>[0],
): string | undefined {
  if (name === 'slug') return fields.slug ?? slugify(fields.title)
  if (name === 'category') return fields.categories?.[0] && slugify(fields.categories[0])
  return name === 'filename' ? file.name : undefined
}
