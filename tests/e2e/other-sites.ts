import sharp from 'sharp'
import { byPath, type Route, type Site, startSite } from '../unit/snapshots/site-server'

/**
 * A local server that answers like X, YouTube, Vimeo, GitHub and Mastodon, with our own texts. The snapshots of the
 * browser suite's sites come from it.
 */
export function startOtherSites(): Promise<Site> {
  return startSite((origin) => (request, response) => {
    const url = new URL(request.url ?? '/', origin)
    const id = url.searchParams.get('id') ?? ''
    const [, kind, width, height] = url.pathname.split('/')
    const route: Route =
      kind === 'tweet-result'
        ? { body: tweets(origin)[id] ?? plainTweet(origin, id) }
        : kind === 'picture'
          ? async (_, reply) => {
              reply.writeHead(200, { 'content-type': 'image/png' })
              reply.end(await drawPicture(Number(width), Number(height)))
            }
          : (others(origin)[url.pathname] ?? { status: 404, body: {} })
    byPath({ [url.pathname]: route })(request, response)
  })
}

/** Without a handle: X sometimes omits it, and it is in the URL in the post. */
function plainTweet(origin: string, id: string) {
  return {
    __typename: 'Tweet',
    id_str: id,
    lang: 'en',
    created_at: '2022-05-20T20:00:00.000Z',
    text: `Words of the test server, kept as tweet ${id} 🥹`,
    entities: {},
    user: { name: 'A Lock Keeper', profile_image_url_https: `${origin}/picture/200/200` },
  }
}

function tweets(origin: string): Record<string, unknown> {
  const photo = {
    type: 'photo',
    media_url_https: `${origin}/picture/1600/900`,
    ext_alt_text: 'Two lock gates',
  }
  return {
    1001: {
      ...plainTweet(origin, '1001'),
      text: 'The gates 🚪 are shut, says @harbour https://t.co/p',
      entities: {
        user_mentions: [{ indices: [27, 35], screen_name: 'harbour' }],
        media: [{ indices: [36, 50] }],
      },
      mediaDetails: [photo],
    },
    1002: {
      ...plainTweet(origin, '1002'),
      text: 'Open again',
      mediaDetails: [photo, { ...photo, type: 'animated_gif', video_info: { variants: [video(origin)] } }],
      quoted_tweet: { ...plainTweet(origin, '1001'), text: 'The gates are shut' },
      parent: { ...plainTweet(origin, '999'), text: 'When do the gates open?' },
    },
    1003: {
      __typename: 'TweetTombstone',
      tombstone: { text: { text: 'This Post was deleted by its author. Learn more' } },
    },
  }
}

function video(origin: string) {
  return { content_type: 'video/mp4', url: `${origin}/video.mp4`, bitrate: 1 }
}

/** A post of Mastodon and the replies to it. @see https://docs.joinmastodon.org/entities/Status/ */
function toot(id: string, name: string, content: string, inReplyTo?: string) {
  const url = `https://sea.example/@${name.toLowerCase()}`
  return {
    ...{ id, content, uri: `${url}/${id}`, url: `${url}/${id}`, visibility: 'public' },
    ...{ created_at: `2026-11-02T08:00:0${id.at(-1)}.000Z`, in_reply_to_id: inReplyTo ?? null },
    account: { acct: name.toLowerCase(), username: name.toLowerCase(), display_name: name, url },
    media_attachments: [],
  }
}

const THREAD = '112233445566778890'
const REPLIES = [
  toot('112233445566778891', 'Ada', '<p>And when it thaws?<br>Asking for a boat.</p>', THREAD),
  toot(
    '112233445566778892',
    'Keeper',
    '<p>Then <a href="https://a.example/">as always</a>.</p>',
    '112233445566778891',
  ),
  toot('112233445566778893', 'Ben', '<p><script>document.title = 1</script>Good.</p>', THREAD),
]

function others(origin: string): Record<string, Route> {
  return {
    [`/api/v1/statuses/${THREAD}`]: { body: toot(THREAD, 'Keeper', '<p>Winter rules</p>') },
    [`/api/v1/statuses/${THREAD}/context`]: { body: { ancestors: [], descendants: REPLIES } },
    '/video.mp4': { type: 'video/mp4', body: Buffer.alloc(100) },
    '/oembed': {
      body: {
        title: 'How a lock works',
        author_name: 'A Lock Keeper',
        thumbnail_url: `${origin}/picture/480/360/hqdefault.jpg`,
        width: 200,
        height: 113,
      },
    },
    '/api/oembed.json': {
      body: {
        title: 'A lock at night',
        width: 1280,
        height: 534,
        thumbnail_url: `${origin}/picture/1280/534`,
      },
    },
    '/gists/abcdef0123': {
      body: {
        description: 'Opening a gate',
        owner: { login: 'lockkeeper' },
        files: {
          'gate.ts': { filename: 'gate.ts', language: 'TypeScript', content: 'export const open = true\n' },
        },
      },
    },
    '/repos/lockkeeper/gates': {
      body: { full_name: 'lockkeeper/gates', description: 'Gates, in both directions' },
    },
  }
}

function drawPicture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8a6d4b' } })
    .png()
    .toBuffer()
}
