import { canonicalPath } from '../urls/normalize-path'
import { pageUrl, postUrl } from '../urls/post-url'
import { slugify, splitDatePrefix } from '../urls/slug'
import type { Documents, RenderedDocument } from './documents'

/** A post or page that links may refer to. */
export interface LinkTarget {
  kind: 'post' | 'page'
  /** The current URL, root-relative, percent-encoded. */
  url: string
  document: RenderedDocument<{
    title: string
    slug: string
    draft: boolean
    date?: string
    permalink?: string
    aliases?: string[]
    settings: Settings
  }>
  /** Path of its file below the root of its blog, without extension and `index`: `_posts/2013-05-06-a`. */
  path: string
}

/** Every name under which a document can be linked. Built once for a run. */
export interface LinkIndex {
  targets: LinkTarget[]
  /** By current and old URL, one spelling each (`canonicalPath`). */
  byAddress: Map<string, LinkTarget>
  /** The same in lower case, for hosts that were not case-sensitive. */
  byLowerAddress: Map<string, LinkTarget>
  /** First segments of addresses that name a language (`/de/about`), the one of most documents first. */
  languages: string[]
  /** By the author's file, relative to the project. */
  byFile: Map<string, LinkTarget>
  /** By root of the blog and `nameKey` of file name, title or alias. Ambiguous names keep the first. */
  byName: Map<string, LinkTarget>
}

export function indexLinks({ posts, pages }: Pick<Documents, 'posts' | 'pages'>): LinkIndex {
  const targets: LinkTarget[] = [
    ...posts.map((document) => ({
      kind: 'post' as const,
      url: postUrl(document.staged.slug),
      document,
      path: pathOf(document),
    })),
    ...pages.map((document) => ({
      kind: 'page' as const,
      url: pageUrl(document.staged.slug),
      document,
      path: pathOf(document),
    })),
  ]
  const index: LinkIndex = {
    targets,
    byAddress: new Map(),
    byLowerAddress: new Map(),
    languages: [],
    byFile: new Map(targets.map((target) => [target.document.staged.settings.source.file, target])),
    byName: new Map(),
  }
  const byUrl = new Map(targets.map((target) => [target.url, target]))
  for (const target of targets) addAddress(index, decodeURIComponent(target.url), target)
  for (const { staged } of posts) {
    const target = byUrl.get(postUrl(staged.slug))
    if (!target) continue
    for (const address of [staged.permalink, ...staged.aliases])
      if (address) addAddress(index, address, target)
  }
  for (const { staged } of pages) {
    const target = byUrl.get(pageUrl(staged.slug))
    if (!target) continue
    for (const address of [staged.settings.source.url, staged.permalink, ...(staged.aliases ?? [])])
      if (address) addAddress(index, address, target)
  }
  index.languages = countLanguages(index.byAddress.keys())
  // File names first, then titles and aliases: a vault's links mean files.
  for (const target of targets) addName(index, target, target.path.split('/').at(-1) ?? '')
  for (const target of targets) {
    addName(index, target, splitDatePrefix(target.path.split('/').at(-1) ?? '').rest)
    addName(index, target, target.document.staged.title)
  }
  for (const { staged } of posts) {
    const target = byUrl.get(postUrl(staged.slug))
    const { aliases } = staged.extra
    if (target)
      for (const alias of Array.isArray(aliases) ? aliases : [aliases])
        if (typeof alias === 'string') addName(index, target, alias)
  }
  return index
}

/** A note's name as a vault compares it: any letter case, any character between words. */
export function nameKey(root: string, name: string): string {
  return `${root}\n${slugify(name)}`
}

/** `de` for `/de/about`. */
export function languageOf(address: string): string | undefined {
  return /^\/([a-z]{2}(?:-[a-z]{2,4})?)\//i.exec(address)?.[1]
}

function countLanguages(addresses: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const address of addresses) {
    const language = languageOf(address)
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language)
}

function addAddress(index: LinkIndex, address: string, target: LinkTarget): void {
  const path = canonicalPath(address)
  if (!index.byAddress.has(path)) index.byAddress.set(path, target)
  if (!index.byLowerAddress.has(path.toLowerCase())) index.byLowerAddress.set(path.toLowerCase(), target)
}

function addName(index: LinkIndex, target: LinkTarget, name: string): void {
  const key = nameKey(target.document.staged.settings.source.root, name)
  if (!index.byName.has(key)) index.byName.set(key, target)
}

function pathOf({ staged }: { staged: { settings: Settings } }): string {
  const { file, root } = staged.settings.source
  return file
    .slice(root.length + 1)
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
}

type Settings = RenderedDocument['staged']['settings']
