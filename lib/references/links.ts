import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { Source } from '../model/document'
import type { Problem } from '../model/problem'
import { emptyRecord } from '../model/records'
import { decodePercent } from '../urls/decode'
import { canonicalPath } from '../urls/normalize-path'
import { isReserved } from '../urls/reserved-paths'
import type { Moment } from '../visibility'
import { findAnchor } from './anchors'
import type { RenderedDocument } from './documents'
import { findByAddress, findByFile, findByPath, findByScript } from './find-target'
import { guessByPath, guessDated } from './guess'
import type { LinkIndex, LinkTarget } from './link-index'
import { deadAnchor, deadLink, guessedLink, linkToUnpublished } from './link-problems'
import { findNamed } from './named-links'
import { isBelow, withoutOrigin } from './own-origin'
import { whyUnseen } from './unpublished'

/** What is needed to resolve links. */
export interface LinkContext {
  index: LinkIndex
  /** Origin of the published site, without a trailing slash. */
  origin: string
  /** The old URL of each imported blog, by its root: `{ base: '/blog', origin: 'https://old.example' }`. */
  homes: ReadonlyMap<string, Home>
  /** Old URLs of the lists of tags and categories, each of which redirects to the list here. */
  oldTermUrls: ReadonlySet<string>
  /** What is published at which moment. */
  moment: Moment
  /** Whether a URL refers to a served file, e.g. a picture. */
  isFile: (url: string, source: Source) => boolean
}

interface Home {
  base: string
  origin?: string
  /** Its URLs that lead to a list here or to another site. */
  movedUrls?: Record<string, string>
}

export interface ResolvedLinks {
  /** The current URL of each link that changes; empty if a name refers to nothing. */
  links: Record<string, string>
  problems: Problem[]
  /** Old URLs that no post claims, with the only post they can refer to. */
  guessed: { path: string; url: string }[]
}

/**
 * Resolves every internal link of a document: by name (`post_url`, `ref`, a note), by file (`../a.md`),
 * by current and by old URL. Anchors are checked. A broken link is a warning that names the most similar
 * post. Links to other sites do not change; the build does not use the network.
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
      // No URL that a browser could follow: the text stays, the link is removed.
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

/** The target of a link; undefined if it is the same document. */
interface Found {
  target?: LinkTarget
  fragment?: string
  /** The URL, if the target is a guess. */
  guessed?: string
}

function findTarget(url: string, source: Source, context: LinkContext): Found | 'elsewhere' | 'nowhere' {
  const named = findNamed(url, source, context.index)
  if (named?.target) return { target: named.target, fragment: named.fragment }
  if (named) return context.isFile(url, source) ? 'elsewhere' : 'nowhere'
  if (url.startsWith('#')) return { fragment: decodePercent(url.slice(1)) }
  const home: Home = context.homes.get(source.root) ?? { base: '' }
  const [written, isOurs] = withoutOrigin(url, [context.origin, home.origin])
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) return 'elsewhere'
  const [, path = '', hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? []
  const fragment = hash === undefined ? undefined : decodePercent(hash)
  if (path === '') return { fragment }
  const decoded = decodePercent(path).normalize('NFC')
  const target =
    findByFile(decoded, source, context.index) ??
    findByAddress(decoded, source, home.base, context.index) ??
    findByPath(decoded, source, context.index)
  if (target) return { target, fragment }
  const isServed =
    isOwnRoute(decoded, home.base) ||
    isMoved(decoded, home) ||
    isOldList(decoded, home.base, context.oldTermUrls) ||
    context.isFile(written, source)
  if (isServed) return 'elsewhere'
  const guess =
    findByScript(decoded, source, home.base, context.index) ??
    guessDated(canonicalPath(decoded), context.index.targets) ??
    guessByPath(canonicalPath(decoded).toLowerCase(), source.root, context.index.targets)
  if (guess) return { target: guess, fragment, guessed: canonicalPath(decoded) }
  // The old host may still have what was not imported.
  return isOurs === 'old' ? 'elsewhere' : 'nowhere'
}

/** Old URLs that redirect to a list here, or to another site. */
function isMoved(path: string, { base, movedUrls = {} }: Home): boolean {
  const address = canonicalPath(path)
  return Object.hasOwn(movedUrls, address) || (base !== '' && Object.hasOwn(movedUrls, `${base}${address}`))
}

/** Old lists of tags and categories. */
function isOldList(path: string, base: string, urls: ReadonlySet<string>): boolean {
  const address = canonicalPath(path)
  return urls.has(address) || (base !== '' && urls.has(`${base}${address}`))
}

/** Lists, feeds and other URLs of the site itself. */
function isOwnRoute(path: string, base: string): boolean {
  const bare = base && isBelow(path, base) ? path.slice(base.length) || '/' : path
  return bare.startsWith('/') && isReserved(canonicalPath(bare))
}
