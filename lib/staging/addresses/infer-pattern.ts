import { findCodeLines } from '../../model/code-lines'
import type { Problem } from '../../model/problem'
import { readAddress } from '../../urls/normalize-path'
import { slugify, splitDatePrefix } from '../../urls/slug'
import type { Blog } from '../blogs/blog'
import type { ReadPost } from '../opened-post'
import { enoughFor, indexNames, inferOrigin, type PostsByName } from './infer-origin'
import { findOldAddresses } from './old-addresses'

/** Old URLs that are only known from the links within a blog. */
export interface InferredAddresses {
  /** The URL that each post probably had. */
  addresses: Map<ReadPost, string>
  /** The site in absolute links to a blog's own posts, if its configuration has none. */
  origins: Map<Blog, string>
  /** One for each blog whose pattern was inferred, with the link that is its best evidence. */
  problems: Problem[]
}

/**
 * If a blog has no configuration for its URLs, they are inferred from its own links: `/blog/2014/05/a-post/`
 * names a post in its last segment, and the other segments are the same for every post, except for its day and folder. The form
 * that most of the linked posts have is used for all.
 */
export function inferAddresses(posts: readonly ReadPost[]): InferredAddresses {
  const result: InferredAddresses = { addresses: new Map(), origins: new Map(), problems: [] }
  for (const blog of new Set(posts.map((post) => post.blog))) {
    if (blog.kind === 'own') continue
    const own = posts.filter((post) => post.blog === blog)
    const byName = indexNames(own)
    const origin = blog.settings.origin ?? inferOrigin(own, byName)
    if (origin !== undefined && blog.settings.origin === undefined) result.origins.set(blog, origin)
    if (Object.keys(blog.settings.permalinks).length > 0) continue
    const best = findPattern(own, byName, origin)
    if (!best) continue
    for (const post of own) {
      const address = addressBy(best.pattern, post)
      if (address) result.addresses.set(post, address)
    }
    result.problems.push(report(blog, best))
  }
  return result
}

/** A link to a post by the last part of its path. */
interface Evidence {
  path: string
  target: ReadPost
  source: ReadPost
  /** Of the link, in the staged body; counted from 0. */
  line: number
}

interface Pattern {
  pattern: string
  evidence: Evidence[]
  targets: Set<ReadPost>
}

/** In a small blog two posts are enough, in others three; and most of the links must agree. */
function findPattern(
  posts: readonly ReadPost[],
  byName: PostsByName,
  origin: string | undefined,
): Pattern | undefined {
  const links = posts.flatMap((source) => linksOf(source, byName, origin))
  const patterns = new Map<string, Pattern>()
  for (const evidence of links) {
    for (const pattern of patternsOf(evidence)) {
      const known = patterns.get(pattern) ?? { pattern, evidence: [], targets: new Set() }
      known.evidence.push(evidence)
      known.targets.add(evidence.target)
      patterns.set(pattern, known)
    }
  }
  const [best] = [...patterns.values()].sort((a, b) => b.evidence.length - a.evidence.length)
  return best && best.targets.size >= enoughFor(posts) && best.evidence.length * 2 > links.length
    ? best
    : undefined
}

function linksOf(source: ReadPost, byName: PostsByName, origin: string | undefined): Evidence[] {
  if (!/\]\(\s*<?[/h]|href\s*=\s*["'][/h]|\]:\s*[/h]/.test(source.body)) return []
  const isCode = findCodeLines(source.body)
  return source.body.split('\n').flatMap((text, line) =>
    isCode[line]
      ? []
      : [...text.matchAll(LINK)].flatMap(([, href = '']): Evidence[] => {
          if (!href.startsWith('/') && !(origin && href.startsWith(`${origin}/`))) return []
          const reading = readAddress(
            href.slice(href.startsWith('/') ? 0 : origin?.length).replace(/[?#].*/s, ''),
          )
          if ('wrong' in reading) return []
          const target = byName.get(slugify(reading.path.split('/').at(-1) ?? ''))
          return target && !isKnown(reading.path, target)
            ? [{ path: reading.path, target, source, line }]
            : []
        }),
  )
}

const LINK = /(?:\]\(\s*<?|href\s*=\s*["']|\]:\s*)((?:\/(?!\/)|https?:\/\/)[^\s"'()<>]+)/g

/** Whether the URL is known: it follows from the system's own rule, or it is the current one. */
function isKnown(path: string, target: ReadPost): boolean {
  const { permalink, aliases } = findOldAddresses(target)
  const known = [permalink, ...aliases].map((each) =>
    each ? readAddress(each, target.blog.settings.base) : {},
  )
  return path.startsWith('/posts/') || known.some((each) => 'path' in each && each.path === path)
}

/** The possible patterns for the segments before the name, with `:year`, `:month`, `:day` and `:folder` if they match. */
function patternsOf({ path, target }: Evidence): string[] {
  const before = path.split('/').slice(1, -1)
  const [year, month, day] = (target.fields.date ?? '').slice(0, 10).split('-')
  const dated = before.map((part, index) => {
    if (part === year) return ':year'
    if (before[index - 1] === year && part === month) return ':month'
    return before[index - 2] === year && part === day ? ':day' : part
  })
  const patterns = [dated]
  const folders = foldersOf(target)
  for (let count = folders.length; count > 0; count--) {
    if (before.slice(-count).join('/') === folders.slice(-count).join('/')) {
      patterns.push([...dated.slice(0, -count), `:folder${count === folders.length ? '' : count}`])
    }
  }
  return patterns.map((parts) => `/${[...parts, ':title'].join('/')}`)
}

/** The folders of a post's file, without the one that names it. */
function foldersOf({ file }: ReadPost): string[] {
  const folders = file.addressPath.split('/').slice(0, -1)
  const names = [file.name, splitDatePrefix(file.name).rest]
  return names.includes(folders.at(-1) ?? '') ? folders.slice(0, -1) : folders
}

/** @returns undefined if the pattern needs a day and the post has none */
function addressBy(pattern: string, post: ReadPost): string | undefined {
  const [year, month, day] = (post.fields.date ?? '').slice(0, 10).split('-')
  if (/:(?:year|month|day)/.test(pattern) && !day) return undefined
  const folders = foldersOf(post)
  const values = new Map([
    ['year', year],
    ['month', month],
    ['day', day],
    ['title', post.fields.slug ?? splitDatePrefix(post.file.name).rest],
  ])
  return pattern
    .replace(/:folder(\d*)/, (_, count: string) => folders.slice(count ? -Number(count) : 0).join('/'))
    .replace(/:([a-z]+)/g, (token, name: string) => values.get(name) ?? token)
}

function report({ root }: Blog, { pattern, evidence, targets }: Pattern): Problem {
  const [first] = evidence
  const shown = pattern.replace(/:folder\d*/, ':path')
  const linked = `${evidence.length} link${evidence.length === 1 ? '' : 's'} to ${targets.size} posts`
  return {
    severity: 'warning',
    rule: 'address/inferred',
    file: first?.source.file.file ?? root,
    line: first ? lineInFile(first) : 1,
    column: 1,
    message: `The old URLs of ${root} probably had the form \`${shown}\`: ${linked} do, such as \`${first?.path}\` here. They now redirect to the posts.`,
    hint: /:folder/.test(pattern)
      ? 'Write `permalink:` in the front matter of posts for which this is wrong.'
      : `Write \`permalink: ${pattern}\` into ${root}/_source.yaml to confirm it, or the real pattern.`,
  }
}

/** Evaluated templates move lines: `lines` maps them to the original ones. */
function lineInFile({ source, line }: Evidence): number {
  const [staged, written] = (source.lines ?? []).filter(([from]) => from <= line + 1).at(-1) ?? [1, 1]
  return source.bodyLine + line + written - staged
}
