import { FILE_START, type Problem } from '../../model/problem'
import { readAddress } from '../../urls/normalize-path'
import { isReserved } from '../../urls/reserved-paths'
import type { ReadPost } from '../opened-post'
import { findOldAddresses } from './old-addresses'

/** Every old URL, with the post that it redirects to. */
export interface ClaimedAddresses {
  /** The old URLs of each post, the one of its system first. Paths as `readAddress` returns them. */
  claims: Map<ReadPost, { permalink?: string; aliases: string[] }>
  problems: Problem[]
}

/**
 * Decides which post each old URL redirects to. If two posts claim the same URL, the
 * first keeps it, and a warning names both; an explicit URL wins over an inferred one.
 * @param slugs the current URLs, which always win
 * @param pages URLs of pages: `/about`
 * @param inferred URLs that posts probably had
 */
export function claimAddresses(
  slugs: ReadonlyMap<ReadPost, string>,
  pages: ReadonlySet<string>,
  inferred: ReadonlyMap<ReadPost, string> = new Map(),
): ClaimedAddresses {
  const claims: ClaimedAddresses['claims'] = new Map()
  const problems: Problem[] = []
  const owners = new Map<string, ReadPost>([...slugs].map(([post, slug]) => [`/posts/${slug}`, post]))
  const present = new Set(owners.keys())

  function claim(post: ReadPost, written: string, isWritten: boolean): string | undefined {
    const reading = readAddress(written, post.blog.settings.base)
    const refuse = (why: string) => void problems.push(badAddress(post, written, why, isWritten))
    if ('wrong' in reading) return refuse(reading.wrong)
    const owner = owners.get(reading.path)
    if (owner === post) return present.has(reading.path) ? undefined : reading.path
    if (isReserved(reading.path)) return refuse('is reserved by the site')
    if (pages.has(reading.path)) return refuse('is the URL of a page')
    if (owner) return refuse(`is also a URL of ${owner.file.file}`)
    owners.set(reading.path, post)
    return reading.path
  }

  const old = new Map([...slugs.keys()].map((post) => [post, findOldAddresses(post)]))
  for (const [post, { permalink, written, aliases }] of old) {
    const own = permalink === undefined ? undefined : claim(post, permalink, written)
    const others = aliases.flatMap((alias) => claim(post, alias, true) ?? [])
    claims.set(post, { permalink: own, aliases: [...new Set(others)].filter((alias) => alias !== own) })
  }
  for (const [post, { likely }] of old) {
    const guess = inferred.get(post)
    for (const address of guess === undefined ? likely : [...likely, guess]) {
      const reading = readAddress(address, post.blog.settings.base)
      if (
        'wrong' in reading ||
        owners.has(reading.path) ||
        isReserved(reading.path) ||
        pages.has(reading.path)
      )
        continue
      owners.set(reading.path, post)
      claims.get(post)?.aliases.push(reading.path)
    }
  }
  return { claims, problems }
}

/** A warning for an old URL that cannot redirect. @param why completes “The old URL … ” */
export function badAddress(post: ReadPost, written: string, why: string, isWritten: boolean): Problem {
  const origin = post.origin.permalink ?? post.origin.aliases
  const { line, column } = (isWritten && origin) || FILE_START
  return {
    severity: 'warning',
    rule: 'address/unusable',
    file: post.file.file,
    line,
    column,
    message: `The old URL \`${written}\` ${why}, so it does not redirect here.`,
    hint: isWritten
      ? 'Write a root-relative URL that no other post has, such as `/2014/05/the-old-name/`.'
      : 'Write `permalink:` in its front matter, with its real old URL.',
  }
}
