import type { FetchContext } from '../fetcher'
import { fetchJson } from '../http'
import { Gone, Unavailable } from '../outcome'
import type { SnapshotContent, TweetBase, TweetMedia } from '../snapshot'
import { type TweetBasePayload, type TweetPayload, tombstonePayload, tweetPayload } from './tweet-payload'
import { splitTweetText } from './tweet-text'

/**
 * Fetches a tweet from X's syndication endpoint, which also serves embedded tweets on other sites.
 * @throws {Gone} for a tombstone, `{}` and 404 @throws {Unavailable} for every answer that is not a tweet
 */
export async function fetchTweet({
  reference,
  endpoints,
  http,
  ...context
}: FetchContext): Promise<SnapshotContent> {
  const { id } = reference
  if (!/^\d{1,20}$/.test(id)) throw new Gone(`“${id}” is not the id of a tweet.`)
  const url = new URL('/tweet-result', endpoints.tweet)
  url.search = new URLSearchParams({ id, lang: 'en', token: token(id) }).toString()
  const answer = await fetchJson(url.href, http)

  const tombstone = tombstonePayload.safeParse(answer)
  if (tombstone.success) {
    const reason = tombstone.data.tombstone?.text?.text ?? 'X shows a tombstone in its place.'
    throw new Gone(reason.replace(/\s*Learn more\s*$/, ''))
  }
  if (isEmpty(answer)) throw new Gone('X has no tweet with this id.')
  const payload = tweetPayload.safeParse(answer)
  if (!payload.success || payload.data.text === undefined)
    throw new Unavailable('X answered with something that is not a valid tweet.')
  if (payload.data.id_str !== undefined && payload.data.id_str !== id) {
    throw new Unavailable(`X answered with another tweet, ${payload.data.id_str}.`)
  }
  return { kind: 'tweet', tweet: await readTweet(payload.data, { ...context, reference }) }
}

async function readTweet(payload: TweetPayload, context: ReadContext) {
  const { quoted_tweet: quoted, parent } = payload
  const handle = payload.in_reply_to_screen_name
  return {
    ...(await readBase(payload, context, { role: '', quotedId: quoted?.id_str })),
    ...(quoted && { quoted: await readBase(quoted, context, { role: 'quoted-' }) }),
    ...(parent && { parent: await readBase(parent, context, { role: 'parent-' }) }),
    ...(handle && {
      replyTo: { handle, url: statusUrl(handle, payload.in_reply_to_status_id_str) },
    }),
  }
}

async function readBase(
  payload: TweetBasePayload,
  { reference, media, maxVideo }: ReadContext,
  { role, quotedId }: { role: string; quotedId?: string },
): Promise<TweetBase> {
  const id = payload.id_str ?? reference.id
  const handle = payload.user?.screen_name ?? (role === '' ? handleIn(reference.url) : undefined)
  const note = payload.note_tweet?.note_tweet_results?.result
  const noteText = note?.text ?? payload.note_tweet?.text
  const avatar = await media.addPicture(
    payload.user?.profile_image_url_https?.replace('_normal.', '_200x200.'),
    {
      role: `${role}avatar`,
      maxWidth: 96,
    },
  )
  return {
    id,
    url: statusUrl(handle, id),
    author: {
      name: payload.user?.name ?? handle ?? 'Unknown',
      ...(handle && { handle, url: `https://x.com/${handle}` }),
      ...(avatar && { avatar }),
    },
    ...(payload.created_at && toIso(payload.created_at)),
    // X writes `und` and `zxx` if it does not know, and codes such as `qme` for pictures and tags only.
    ...(payload.lang && !/^(und|zxx|q..)$/.test(payload.lang) && { lang: payload.lang }),
    text: noteText
      ? splitTweetText(noteText, note?.entity_set ?? payload.entities, { quotedId })
      : splitTweetText(payload.text ?? '', payload.entities, { range: payload.display_text_range, quotedId }),
    ...(payload.note_tweet && !noteText && { truncated: true }),
    media: await readMedia(payload, media, maxVideo, role),
  }
}

async function readMedia(
  payload: TweetBasePayload,
  media: ReadContext['media'],
  maxVideo: number,
  role: string,
): Promise<TweetMedia[]> {
  const details =
    payload.mediaDetails.length > 0
      ? payload.mediaDetails
      : payload.photos.map(({ url }) => ({
          type: 'photo' as const,
          media_url_https: url,
          ext_alt_text: undefined,
          video_info: undefined,
        }))
  const kept: TweetMedia[] = []
  for (const [index, detail] of details.slice(0, 4).entries()) {
    const name = `${role}${detail.type === 'photo' ? 'photo' : 'poster'}-${index + 1}`
    const picture = await media.addPicture(largest(detail.media_url_https), {
      role: name,
      // A single one fills the text width at double density; two to four share it.
      maxWidth: details.length === 1 ? 1200 : 800,
      alt: detail.ext_alt_text ?? '',
    })
    if (!picture) continue
    if (detail.type === 'photo') {
      kept.push({ type: 'photo', picture })
      continue
    }
    const videos = (detail.video_info?.variants ?? [])
      .filter((variant) => variant.content_type === 'video/mp4')
      .sort((a, b) => (b.bitrate ?? 0) - (a.bitrate ?? 0))
      .map((variant) => variant.url)
    const src = await media.addVideo(videos, `${role}video-${index + 1}`, maxVideo)
    kept.push({ type: 'video', poster: picture, loop: detail.type === 'animated_gif', ...(src && { src }) })
  }
  return kept
}

/** The author's name from the URL in the post; X's own `/i/status/` has none. */
function handleIn(url: string): string | undefined {
  const handle = /^https?:\/\/[^/]+\/(\w{1,20})\/status/.exec(url)?.[1]
  return handle === 'i' ? undefined : handle
}

/** X serves its pictures in named sizes; without a name, in a medium size. */
function largest(url: string): string {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  if (!parsed.searchParams.has('name')) parsed.searchParams.set('name', 'large')
  return parsed.href
}

function statusUrl(handle: string | undefined, id: string | undefined): string {
  return `https://x.com/${encodeURIComponent(handle ?? 'i')}${id ? `/status/${encodeURIComponent(id)}` : ''}`
}

function toIso(date: string): { date?: string } {
  const time = Date.parse(date)
  return Number.isNaN(time) ? {} : { date: new Date(time).toISOString() }
}

function isEmpty(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && Object.keys(answer).length === 0
}

/** The token algorithm of X's embed script, taken from `react-tweet`. The endpoint requires it and sometimes checks it. */
function token(id: string): string {
  return ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(0+|\.)/g, '')
}

type ReadContext = Pick<FetchContext, 'reference' | 'media' | 'maxVideo'>
