import { FILE_START, type Problem } from '../../model/problem'
import { readAddress } from '../../urls/normalize-path'
import { pageUrl, postUrl } from '../../urls/post-url'
import type { ReadPost } from '../opened-post'
import type { ClaimedAddresses } from './claim-addresses'

/** The targets of posts that only redirect. */
export interface ResolvedRedirects {
  /** The final target of each post's `redirect_to`: another site, or a current URL of this one. */
  targets: Map<ReadPost, string>
  problems: Problem[]
}

/**
 * Follows every `redirect_to` to its end, so that a reader takes one hop. Posts that redirect in a
 * circle, or to a URL that does not exist, are shown themselves, with a warning.
 */
export function resolveRedirects(
  claims: ClaimedAddresses['claims'],
  slugs: ReadonlyMap<ReadPost, string>,
  pages: ReadonlySet<string>,
): ResolvedRedirects {
  const owners = new Map<string, ReadPost>()
  for (const [post, slug] of slugs) owners.set(`/posts/${slug}`, post)
  for (const [post, { permalink, aliases }] of claims) {
    for (const address of [permalink, ...aliases]) if (address) owners.set(address, post)
  }

  function follow(post: ReadPost, seen: readonly ReadPost[]): string | Outcome {
    const written = post.fields.redirectTo
    if (written === undefined) return postUrl(slugs.get(post) ?? '')
    if (seen.includes(post)) return 'circle'
    if (/^https?:\/\//i.test(written)) return URL.canParse(written) ? new URL(written).href : 'nowhere'
    const reading = readAddress(written, post.blog.settings.base)
    if ('wrong' in reading) return 'nowhere'
    const next = owners.get(reading.path)
    if (next) return follow(next, [...seen, post])
    return pages.has(reading.path) ? pageUrl(reading.path.slice(1)) : 'nowhere'
  }

  const result: ResolvedRedirects = { targets: new Map(), problems: [] }
  for (const post of slugs.keys()) {
    if (post.fields.redirectTo === undefined) continue
    const end = follow(post, [])
    if (end === 'circle' || end === 'nowhere') result.problems.push(badRedirect(post, end))
    else result.targets.set(post, end)
  }
  return result
}

type Outcome = 'circle' | 'nowhere'

function badRedirect({ file, fields, origin }: ReadPost, outcome: Outcome): Problem {
  const { line, column } = origin.redirectTo?.valuePlace ?? FILE_START
  const place = { file: file.file, line, column }
  const written = `\`redirect_to: ${fields.redirectTo}\``
  return outcome === 'circle'
    ? {
        severity: 'warning',
        rule: 'address/redirect-circle',
        ...place,
        message: `${written} redirects back to this post, so the post is shown instead.`,
        hint: 'Delete `redirect_to` from one of the posts in the circle.',
      }
    : {
        severity: 'warning',
        rule: 'address/dead-redirect',
        ...place,
        message: `${written} is broken: no page has this URL. The post is shown instead.`,
        hint: 'Write the URL of a post or page, or of another site.',
      }
}
