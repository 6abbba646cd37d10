import { isHttp } from '../../urls/is-http'
import type { TextRun } from '../snapshot'
import type { TweetEntities } from './tweet-payload'

/**
 * Splits a tweet's text at its entities: links, mentions, hashtags and cashtags become runs with a URL; URLs
 * of its own pictures and of the quoted tweet are left out, because these are shown.
 * @param range the part that X shows, in code points: without the names it replies to and the URL of its media
 * @param quotedId the tweet whose URL is left out
 * @returns runs that together are the text; no two plain texts are adjacent
 */
export function splitTweetText(
  text: string,
  entities: TweetEntities,
  { range, quotedId }: { range?: [number, number]; quotedId?: string } = {},
): TextRun[] {
  // X counts code points, not the UTF-16 units that JavaScript counts.
  const letters = Array.from(text)
  const [start, end] = range ?? [0, letters.length]
  const runs: TextRun[] = []
  let at = start
  for (const mark of listMarks(entities, quotedId)) {
    const [from, to] = mark.indices
    // Entities that overlap or are outside the text are errors of X: the text itself is right.
    if (from < at || to > Math.min(end, letters.length) || from >= to) continue
    runs.push({ text: decode(letters.slice(at, from).join('')) })
    const own = decode(letters.slice(from, to).join(''))
    if (!mark.hidden) {
      runs.push(mark.url && isHttp(mark.url) ? { text: mark.text ?? own, url: mark.url } : { text: own })
    }
    at = to
  }
  runs.push({ text: decode(letters.slice(at, end).join('')) })
  return trimEnd(joinTexts(runs))
}

/** The text without the URLs of its links. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('')
}

function listMarks(entities: TweetEntities, quotedId: string | undefined): Mark[] {
  const marks: Mark[] = [
    ...entities.hashtags.map(({ indices, text }) => ({
      indices,
      url: xUrl(`hashtag/${encodeURIComponent(text)}`),
    })),
    ...entities.symbols.map(({ indices, text }) => ({
      indices,
      url: xUrl(`search?q=${encodeURIComponent(`$${text}`)}`),
    })),
    ...entities.user_mentions.map(({ indices, screen_name }) => ({ indices, url: xUrl(screen_name) })),
    ...entities.urls.map(({ indices, url, display_url, expanded_url }) => ({
      indices,
      url: expanded_url ?? url,
      text: display_url ?? expanded_url ?? url,
      hidden: quotedId !== undefined && (expanded_url ?? '').includes(`/status/${quotedId}`),
    })),
    ...entities.media.map(({ indices }) => ({ indices, hidden: true })),
  ]
  return marks.sort((a, b) => a.indices[0] - b.indices[0])
}

function xUrl(path: string): string {
  return `https://x.com/${path}`
}

/** X escapes these three, and only these, in the text of a tweet. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function joinTexts(runs: TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && !last.url && !run.url) last.text += run.text
    else if (run.text) joined.push({ ...run })
  }
  return joined.filter((run) => run.text !== '')
}

function trimEnd(runs: TextRun[]): TextRun[] {
  const last = runs.at(-1)
  if (!last || last.url) return runs
  last.text = last.text.trimEnd()
  return last.text ? runs : runs.slice(0, -1)
}

interface Mark {
  indices: [number, number]
  url?: string
  /** What is shown instead of the marked characters. */
  text?: string
  hidden?: boolean
}
