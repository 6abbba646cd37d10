import { posix } from 'node:path'
import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import { emptyRecord } from '../model/records'
import { decodePercent } from '../urls/decode'
import { isMarkdown, isNotebook } from '../urls/markdown-files'
import { canonicalPath } from '../urls/normalize-path'
import { isReserved } from '../urls/reserved-paths'
import type { Moment } from '../visibility'
import { findAnchor } from './anchors'
import type { RenderedDocument } from './documents'
import { guessDated } from './guess'
import type { LinkIndex, LinkTarget } from './link-index'
import { deadAnchor, deadLink, guessedLink, linkToUnpublished } from './link-problems'
import { findNamed } from './named-links'
import { whyUnseen } from './unpublished'

/** What must be known to tell where a link leads. */
export interface LinkContext {
  index: LinkIndex
  /** Origin of the published site, without a slash at its end. */
  origin: string
  /** Where each old blog lived, by its root: `{ base: '/blog', origin: 'https://old.example' }`. */
  homes: ReadonlyMap<string, { base: string; origin?: string }>
  /** What is published at which moment. */
  moment: Moment
  /** Whether an address names a file that is served, e.g. a picture. */
  isFile: (url: string, source: Source) => boolean
}

export interface ResolvedLinks {
  /** Present address of each link that does not stay as written; empty if a name leads nowhere. */
  links: Record<string, string>
  problems: Problem[]
  /** Old addresses that no post claims, given to the only post they can have meant. */
  guessed: { path: string; url: string }[]
}

/**
 * Finds where every internal link of a document leads now: by name (`post_url`, `ref`, a note), by file (`../a.md`),
 * by present and by old address. Anchors are checked. A link that leads nowhere is a warning that names the nearest
 * post. Links to other sites stay as they are; nothing of the build touches the network.
 */
export function resolveLinks({ staged, rendered }: RenderedDocument, context: LinkContext): ResolvedLinks {
  const { source } = staged.settings
  const resolved: ResolvedLinks = { links: emptyRecord(), problems: [], guessed: [] }
  const self = context.index.byFile.get(source.file)
  for (const reference of rendered.links) {
    const found = findTarget(reference.url, source, context)
    if (found === 'elsewhere') continue
    if (found === 'nowhere') {
      resolved.problems.push(deadLink(reference, source, context.index))
      // Nothing that a browser could follow: the words stay, the link goes.
      if (readSchemeUrl(reference.url)) resolved.links[reference.url] = ''
      continue
    }
    const { target = self, fragment = '', guessed } = found
    const anchors = target?.document.rendered.anchors ?? rendered.anchors
    const anchor = findAnchor(fragment, anchors)
    if (anchor === undefined) resolved.problems.push(deadAnchor(reference, source, fragment, target))
    const hash = fragment === '' ? '' : `#${encodeURI(anchor ?? fragment)}`
    const within = anchor === undefined || anchor === fragment ? reference.url : hash
    const url = found.target ? `${found.target.url}${hash}` : within
    if (url !== reference.url) resolved.links[reference.url] = url
    if (guessed && found.target) {
      resolved.guessed.push({ path: guessed, url: found.target.url })
      resolved.problems.push(guessedLink(reference, source, found.target))
    }
    const unpublished =
      found.target && whyUnseen(found.target.document.staged, datesOf(staged), context.moment)
    if (found.target && unpublished)
      resolved.problems.push(linkToUnpublished(reference, source, found.target, unpublished))
  }
  return resolved
}

/** The introduction of the home page is always published. */
function datesOf(staged: RenderedDocument['staged']): { draft?: boolean; date?: string } {
  return 'draft' in staged ? staged : {}
}

/** A link's end; no target where it stays within its own document. */
interface Found {
  target?: LinkTarget
  fragment?: string
  /** The address that only a guess gave to the target. */
  guessed?: string
}

function findTarget(url: string, source: Source, context: LinkContext): Found | 'elsewhere' | 'nowhere' {
  const named = findNamed(url, source, context.index)
  if (named?.target) return { target: named.target, fragment: named.fragment }
  if (named) return context.isFile(url, source) ? 'elsewhere' : 'nowhere'
  if (url.startsWith('#')) return { fragment: decodePercent(url.slice(1)) }
  const home = context.homes.get(source.root) ?? { base: '' }
  const [written, isOurs] = withoutOrigin(url, [context.origin, home.origin])
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) return 'elsewhere'
  const [, path = '', hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? []
  const fragment = hash === undefined ? undefined : decodePercent(hash)
  if (path === '') return { fragment }
  const decoded = decodePercent(path).normalize('NFC')
  const target =
    findByFile(decoded, source, context.index) ?? findByAddress(decoded, source, home.base, context.index)
  if (target) return { target, fragment }
  if (isOwnRoute(decoded, home.base) || context.isFile(written, source)) return 'elsewhere'
  const guess = guessDated(canonicalPath(decoded), context.index.targets)
  if (guess) return { target: guess, fragment, guessed: canonicalPath(decoded) }
  // The old host may still hold what was not brought along.
  return isOurs === 'old' ? 'elsewhere' : 'nowhere'
}

/** `/about` of `https://blog.example/about`, where that is this site or the old one. */
function withoutOrigin(
  url: string,
  [present, old]: (string | undefined)[],
): [string, 'present' | 'old' | undefined] {
  if (present && isBelow(url, present)) return [url.slice(present.length) || '/', 'present']
  return old && isBelow(url, old) ? [url.slice(old.length) || '/', 'old'] : [url, undefined]
}

function isBelow(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}

/** A link to the author's file: `../a.md`, `a/index.md`, from the root of the blog or of its content, as Zola's `@/a.md`. */
function findByFile(path: string, source: Source, { byFile }: LinkIndex): LinkTarget | undefined {
  if (!isMarkdown(path) && !isNotebook(path)) return undefined
  const bare = path.replace(/^@?\/+/, '')
  const places = [source.root, `${source.root}/content`, `${source.root}/posts`].map(
    (folder) => `${folder}/${bare}`,
  )
  if (!/^@?\//.test(path)) places.unshift(posix.join(posix.dirname(source.file), path))
  return places.flatMap((place) => byFile.get(posix.normalize(place)) ?? [])[0]
}

/**
 * A link to an address, present or old, with the old site's base or without. A relative one counts from where the
 * document stood or stands; last, for authors who left out the slash, from the root.
 */
function findByAddress(path: string, source: Source, base: string, index: LinkIndex): LinkTarget | undefined {
  const self = index.byFile.get(source.file)
  const { permalink } = { permalink: undefined, ...self?.document.staged }
  const starts = [
    typeof permalink === 'string' ? permalink : undefined,
    self && decodePercent(self.url),
  ].filter(isText)
  const paths = path.startsWith('/')
    ? [path]
    : [
        ...starts.flatMap((start) => [posix.join(start, path), posix.join(posix.dirname(start), path)]),
        `/${path}`,
      ]
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

/** Lists, feeds and the like: what the site itself answers at. */
function isOwnRoute(path: string, base: string): boolean {
  const bare = base && isBelow(path, base) ? path.slice(base.length) || '/' : path
  return bare.startsWith('/') && isReserved(canonicalPath(bare))
}

function isText(value: string | undefined): value is string {
  return value !== undefined
}
