import { slugify, splitDatePrefix } from '../../urls/slug'
import type { PermalinkPost } from '../dialect'
import { jekyllPermalink } from './jekyll-permalink'
import { writtenMoment } from './moments'

/**
 * The URLs that Hexo may have given a post, most likely first. `:title` is the file's path below `_posts`, even if the front
 * matter sets another title; whether a day before the name belongs to it depends on a setting (`new_post_name`). Any key of
 * the front matter is a token too, such as the `abbrlink` of a plugin.
 * @see https://hexo.io/docs/permalinks
 */
export function hexoPermalinks(pattern: string, post: PermalinkPost): string[] {
  const [, path = post.file.name] =
    /(?:^|\/)_(?:posts|drafts)\/(.+?)(?:\/index)?\.[^./]+$/.exec(post.file.inBlog) ?? []
  const segments = path.split('/')
  const { rest } = splitDatePrefix(segments.at(-1) ?? '')
  const names = new Set([path, [...segments.slice(0, -1), rest].join('/')])
  return [...names].flatMap((name) => {
    const written = pattern.replace(/:([a-z_]+)/g, (token, key: string) => wordOf(key, name, post) ?? token)
    const address = jekyllPermalink(`/${written}`, post, writtenMoment(post))
    return address ?? []
  })
}

function wordOf(key: string, name: string, { fields, extra }: PermalinkPost): string | undefined {
  switch (key) {
    case 'title':
      return fields.slug ?? name
    case 'name':
      return fields.slug ?? name.split('/').at(-1)
    case 'post_title':
      return slugify(fields.title)
    case 'category':
      // Several are one below the other.
      return (fields.categories ?? ['uncategorized']).map(slugize).join('/')
    default: {
      const own = extra && Object.hasOwn(extra, key) ? extra[key] : undefined
      return typeof own === 'string' || typeof own === 'number' ? String(own) : undefined
    }
  }
}

/** Hexo's slug of a category: without accents, and hyphens for spaces and punctuation; case stays. */
function slugize(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
}
