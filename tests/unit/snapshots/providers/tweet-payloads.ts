import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import type { TweetSnapshot } from '../../../../lib/snapshots/snapshot'
import { drawPicture, type Route, type Site } from '../site-server'

/** Fetches a tweet from a test server. @throws if it is gone or unavailable */
export async function fetchTweet(
  site: Site,
  id: string,
): Promise<{ tweet: TweetSnapshot; media: ReadonlyMap<string, Uint8Array> }> {
  const outcome = await fetchSnapshot(target(id), site.options)
  if (outcome.outcome !== 'data') throw new Error(`${outcome.outcome}: ${outcome.reason}`)
  if (outcome.content.kind !== 'tweet') throw new Error(outcome.content.kind)
  return { tweet: outcome.content.tweet, media: outcome.media }
}

export function target(id: string) {
  return { provider: 'tweet', id, url: `https://twitter.com/ada/status/${id}` }
}

export function picture(width: number, height: number): Route {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(await drawPicture(width, height))
  }
}

export function videoOf(origin: string, paths: string[]) {
  return {
    type: 'video',
    media_url_https: `${origin}/poster.png`,
    video_info: {
      variants: paths.map((path, index) => ({
        content_type: 'video/mp4',
        url: origin + path,
        bitrate: 1000 - index,
      })),
    },
  }
}

export function wholeTweet(origin: string) {
  return {
    __typename: 'Tweet',
    id_str: '77',
    lang: 'en',
    created_at: '2022-05-20T13:00:00.000Z',
    display_text_range: [0, 17],
    text: 'Two lines\nof text https://t.co/pic',
    user: { name: 'Ada', screen_name: 'ada', profile_image_url_https: `${origin}/a.png` },
    entities: {
      hashtags: [],
      urls: [],
      user_mentions: [],
      symbols: [],
      media: [{ indices: [18, 34], url: 'https://t.co/pic' }],
    },
    mediaDetails: [{ type: 'photo', media_url_https: `${origin}/p.png`, ext_alt_text: 'A workshop' }],
    quoted_tweet: { id_str: '66', text: 'Quoted', user: { name: 'Bob', screen_name: 'bob' }, entities: {} },
    in_reply_to_screen_name: 'eve',
    in_reply_to_status_id_str: '55',
  }
}

export const plainTweet = { id_str: '1', text: 'Hello', user: { name: 'Ada', screen_name: 'ada' } }
