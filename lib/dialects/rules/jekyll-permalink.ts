import type { Moment, PermalinkPost } from '../dialect'

/**
 * The URL that Jekyll gave a post.
 * @param pattern a style (`date`, `pretty`, `ordinal`, `weekdate`, `none`) or a pattern of `:tokens`
 * @param time the moment in the time zone of the old site; undefined if the post has no date
 * @returns undefined if the pattern needs a day and there is none
 * @see https://jekyllrb.com/docs/permalinks/
 */
export function jekyllPermalink(pattern: string, post: PermalinkPost, time: Moment): string | undefined {
  const template = STYLES.get(pattern) ?? pattern
  let missing = false
  const address = template.replace(/:([a-z_]+)/g, (token, name: string) => {
    const value = DATE_TOKENS.has(name)
      ? time?.setLocale('en').toFormat(DATE_TOKENS.get(name) ?? '')
      : wordToken(name, post)
    if (value === undefined) missing = true
    return value ?? token
  })
  return missing ? undefined : address.replace(/\/{2,}/g, '/')
}

/** Named styles that `permalink:` can contain instead of a pattern. */
const STYLES = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
])

/** Date tokens as Luxon formats. @see https://moment.github.io/luxon/#/formatting?id=table-of-tokens */
const DATE_TOKENS = new Map([
  ['year', 'yyyy'],
  ['short_year', 'yy'],
  ['month', 'LL'],
  ['i_month', 'L'],
  ['short_month', 'LLL'],
  ['long_month', 'LLLL'],
  ['day', 'dd'],
  ['i_day', 'd'],
  ['y_day', 'ooo'],
  ['w_year', 'kkkk'],
  ['week', 'WW'],
  ['w_day', 'c'],
  ['short_day', 'ccc'],
  ['long_day', 'cccc'],
  ['hour', 'HH'],
  ['minute', 'mm'],
  ['second', 'ss'],
])

function wordToken(name: string, { fields, file }: PermalinkPost): string | undefined {
  const stem = file.name.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '')
  switch (name) {
    case 'title':
      return prettySlug(fields.slug ?? stem)
    case 'slug':
      return plainSlug(fields.slug ?? stem)
    case 'name':
    case 'basename':
      return plainSlug(stem)
    case 'categories':
      return lowercased(categoriesOf(fields.categories, file.inBlog)).join('/')
    case 'slugified_categories':
      return lowercased(categoriesOf(fields.categories, file.inBlog)).map(plainSlug).join('/')
    case 'collection':
      return file.collection?.name ?? 'posts'
    case 'path':
      return file.collection?.path ?? file.inBlog.replace(/^(?:.*\/)?_posts\//, '').replace(/\.[^.]+$/, '')
    case 'output_ext':
      return '.html'
    default:
      return undefined
  }
}

/** Folders above `_posts` are categories too, and come first. */
function categoriesOf(written: readonly string[] | undefined, inBlog: string): string[] {
  const above = /^(.*)\/_posts\//.exec(inBlog)?.[1]?.split('/') ?? []
  return [...above, ...(written ?? [])]
}

function lowercased(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))]
}

/** Jekyll's `slugify` in the mode `pretty`, which keeps case and the characters that are valid in a URL. */
function prettySlug(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

/** Jekyll's `slugify` in its default mode. */
function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
