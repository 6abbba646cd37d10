import { ownValue } from '../../model/records'
import type { Moment, PermalinkPost, PermalinkRules } from '../dialect'

/**
 * The URL that Hugo gave a page.
 * @param rules.permalinks patterns by section; without one for its section the URL follows the file path
 * @param time undefined if the page has no date
 * @returns undefined if the pattern needs a day and there is none
 * @see https://gohugo.io/configuration/permalinks/
 */
export function hugoPermalink(
  post: PermalinkPost,
  time: Moment,
  { permalinks, uglyUrls, contentFolders }: PermalinkRules,
): string | undefined {
  const folders = foldersOf(post, contentFolders)
  const pattern = ownValue(permalinks, folders[0] ?? '/') ?? permalinks[''] ?? ''
  const last = urlize(post.fields.slug ?? post.file.name)
  const address = pattern
    ? expand(pattern, post, folders, time)
    : `/${[...folders.map(urlize), last].join('/')}/`
  if (address === undefined || !uglyUrls) return address
  return address.replace(/\/$/, '.html')
}

/**
 * The folders above the page, below the one that holds all pages: its sections.
 * @param contentFolders the folders that hold all pages, relative to the root
 */
export function foldersOf({ file }: PermalinkPost, contentFolders: readonly string[]): string[] {
  const below = contentFolders.find((folder) => file.inBlog.startsWith(`${folder}/`))
  const segments = file.inBlog.slice(below === undefined ? 0 : below.length + 1).split('/')
  return segments.slice(0, /^index\./.test(segments.at(-1) ?? '') ? -2 : -1)
}

/** Converts text to a URL segment as Hugo does: lower case, hyphens for spaces, most other characters removed. */
export function urlize(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~+@-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
}

const DATE_TOKENS = new Map([
  ['year', 'yyyy'],
  ['month', 'LL'],
  ['monthname', 'LLLL'],
  ['day', 'dd'],
  ['weekday', 'c'],
  ['weekdayname', 'cccc'],
  ['yearday', 'o'],
])

function expand(
  pattern: string,
  post: PermalinkPost,
  folders: readonly string[],
  time: Moment,
): string | undefined {
  let missing = false
  const address = pattern.replace(
    /:([a-z]+)(?:\[([^\]]*)\])?/g,
    (token, name: string, range: string | undefined) => {
      const format = DATE_TOKENS.get(name)
      const value = format ? time?.setLocale('en').toFormat(format) : wordToken(name, post, folders, range)
      if (value === undefined) missing = true
      return urlizePath(value ?? token)
    },
  )
  return missing ? undefined : `/${address}`.replace(/\/{2,}/g, '/')
}

function wordToken(
  name: string,
  { fields, file }: PermalinkPost,
  folders: readonly string[],
  range?: string,
): string | undefined {
  switch (name) {
    case 'title':
      return fields.title
    case 'slug':
      return fields.slug ?? fields.title
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return fields.slug ?? file.name
    case 'filename':
    case 'contentbasename':
      return file.name
    case 'section':
      return folders[0] ?? ''
    case 'sections':
      return slice(folders, range).join('/')
    default:
      return undefined
  }
}

/** `[1:]`, `[:2]`, `[0]`, `[last]` as Hugo writes them. */
function slice(folders: readonly string[], range: string | undefined): readonly string[] {
  if (range === undefined) return folders
  const index = (text: string) => (text === 'last' ? folders.length - 1 : Number(text))
  const [from = '', to] = range.split(':')
  if (to === undefined) return folders.slice(index(from), index(from) + 1)
  return folders.slice(from ? index(from) : 0, to ? index(to) : undefined)
}

function urlizePath(value: string): string {
  return value.split('/').map(urlize).join('/')
}
