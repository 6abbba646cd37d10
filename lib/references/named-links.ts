import { posix } from 'node:path'
import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import { withoutMarkdownExtension } from '../urls/markdown-files'
import { splitDatePrefix } from '../urls/slug'
import { type LinkIndex, type LinkTarget, nameKey } from './link-index'

/**
 * Looks up a document by the special syntax of a dialect: `{% post_url %}`, `ref`, `{% link %}`, `[[note]]`.
 * @returns undefined if the URL is none of these
 */
export function findNamed(
  url: string,
  source: Source,
  index: LinkIndex,
): { name: string; fragment?: string; target?: LinkTarget } | undefined {
  const named = readSchemeUrl(url)
  if (!named || named.scheme === 'notebook') return undefined
  const { scheme, name, fragment } = named
  const find = { post_url: findPostUrl, ref: findRef, wikilink: findNote }[scheme]
  return { name, fragment, target: name === '' ? index.byFile.get(source.file) : find(name, source, index) }
}

/** `[folder/]2013-05-06-a-post`: the file name below `_posts`, or the end of it. @see https://jekyllrb.com/docs/liquid/tags/ */
function findPostUrl(name: string, source: Source, index: LinkIndex): LinkTarget | undefined {
  const wanted = withoutMarkdownExtension(name.replace(/^\/+/, ''))
  const { date, rest } = splitDatePrefix(wanted.split('/').at(-1) ?? '')
  const candidates = ofBlog(source, index)
  return (
    candidates.find(({ path }) => path.endsWith(`/${wanted}`) || path === wanted) ??
    candidates.find(({ path }) => {
      const other = splitDatePrefix(path.split('/').at(-1) ?? '')
      return other.date === date && other.rest.toLowerCase() === rest.toLowerCase()
    })
  )
}

/**
 * Hugo's `ref` and Jekyll's `link`: a file relative to the page, to the content folder or the root, or, in Hugo, the
 * only file of that name anywhere.
 */
function findRef(name: string, source: Source, index: LinkIndex): LinkTarget | undefined {
  const wanted = withoutMarkdownExtension(name.replace(/\.html$/, '')).replace(/\/(?:_?index)?$/, '')
  const folder = posix.dirname(source.file.slice(source.root.length + 1))
  const places = [wanted.replace(/^\/+/, ''), `content/${wanted.replace(/^\/+/, '')}`]
  if (!wanted.startsWith('/')) places.unshift(posix.join(folder, wanted), posix.join(folder, '..', wanted))
  const candidates = ofBlog(source, index)
  const found = places.flatMap(
    (place) => candidates.find(({ path }) => path === posix.normalize(place)) ?? [],
  )[0]
  if (found) return found
  const named = candidates.filter(({ path }) => path.endsWith(`/${wanted}`))
  return named.length === 1 ? named[0] : undefined
}

/** Obsidian's link: a path, a file name, a title or an alias. */
function findNote(name: string, source: Source, index: LinkIndex): LinkTarget | undefined {
  const wanted = withoutMarkdownExtension(name)
  const byPath = ofBlog(source, index).find(({ path }) =>
    path.toLowerCase().endsWith(`/${wanted.toLowerCase()}`),
  )
  return (
    (wanted.includes('/') ? byPath : undefined) ?? index.byName.get(nameKey(source.root, wanted)) ?? byPath
  )
}

function ofBlog(source: Source, { targets }: LinkIndex): LinkTarget[] {
  return targets.filter(({ document }) => document.staged.settings.source.root === source.root)
}
