import { posix } from 'node:path'
import type { Source } from '../model/document'
import { trimEndOf } from '../model/trim-end'
import { decodePercent } from '../urls/decode'
import { isMarkdown, isNotebook } from '../urls/markdown-files'
import { canonicalPath } from '../urls/normalize-path'
import { type LinkIndex, type LinkTarget, languageOf } from './link-index'
import { isBelow } from './own-origin'

/** `/a/post.aspx`: the name of a script that an older site answered with, before the one whose posts these are. */
export function findByScript(
  path: string,
  source: Source,
  base: string,
  index: LinkIndex,
): LinkTarget | undefined {
  const bare = path.replace(/\.(?:aspx?|php|jsp)$/i, '')
  return bare === path ? undefined : findByAddress(bare, source, base, index)
}

/** A link to the author's file: `../a.md`, `a/index.md`, from the root of the blog or of its content, as Zola's `@/a.md`. */
export function findByFile(path: string, source: Source, index: LinkIndex): LinkTarget | undefined {
  return isMarkdown(path) || isNotebook(path) ? findAtPath(path, source, index) : undefined
}

/** A link to the author's file without its extension, or to its folder: `/de/notes/` for `content/de/notes/index.md`. */
export function findByPath(path: string, source: Source, index: LinkIndex): LinkTarget | undefined {
  const bare = trimEndOf(path, '/')
  const endings = ['.md', '/index.md', '/_index.md', '/README.md', '.mdx', '/index.mdx']
  return endings.flatMap((ending) => findAtPath(`${bare}${ending}`, source, index) ?? [])[0]
}

function findAtPath(path: string, source: Source, { byFile }: LinkIndex): LinkTarget | undefined {
  const bare = path.replace(/^@?\/+/, '')
  const places = [source.root, `${source.root}/content`, `${source.root}/posts`].map(
    (folder) => `${folder}/${bare}`,
  )
  if (!/^@?\//.test(path)) places.unshift(posix.join(posix.dirname(source.file), path))
  return places.flatMap((place) => byFile.get(posix.normalize(place)) ?? [])[0]
}

/**
 * A link to a URL, current or old, with or without the old site's base. A relative one is resolved against the
 * old or current URL of the document; last, for authors who omitted the slash, against the root.
 */
export function findByAddress(
  path: string,
  source: Source,
  base: string,
  index: LinkIndex,
): LinkTarget | undefined {
  const self = index.byFile.get(source.file)
  const { permalink, aliases } = self?.document.staged ?? {}
  const starts = [permalink ?? source.url, self && decodePercent(self.url)].filter(isText)
  const paths = path.startsWith('/')
    ? [path]
    : [
        ...starts.flatMap((start) => [posix.join(start, path), posix.join(posix.dirname(start), path)]),
        `/${path}`,
      ]
  // On a site of several languages a link may leave out the one of its page (`/about` in `/de/news`), which leads to the
  // translation, or to the main language if there is none.
  const own = [permalink, ...(aliases ?? [])].flatMap((address) => languageOf(address ?? '') ?? [])
  if (path.startsWith('/') && own.length > 0)
    paths.push(...[...own, ...index.languages].map((language) => `/${language}${path}`))
  const spellings = paths.flatMap((each) =>
    base === '' ? [each] : [each, isBelow(each, base) ? each.slice(base.length) || '/' : `${base}${each}`],
  )
  for (const spelling of spellings) {
    const address = canonicalPath(posix.normalize(spelling))
    const found = index.byAddress.get(address) ?? index.byLowerAddress.get(address.toLowerCase())
    if (found) return found
  }
  return undefined
}

function isText(value: string | undefined): value is string {
  return value !== undefined
}
