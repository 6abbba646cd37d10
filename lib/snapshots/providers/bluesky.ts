import { z } from 'zod'
import { isHttp } from '../../urls/is-http'
import type { FetchContext } from '../fetcher'
import { fetchJson } from '../http'
import { Gone, Unavailable } from '../outcome'
import type { SnapshotContent, TextRun, TweetBase, TweetMedia } from '../snapshot'

const text = z.string().optional().catch(undefined)

const image = z.object({ fullsize: z.string(), alt: z.string().catch('') })

const post = z.object({
  uri: z.string(),
  author: z.object({ did: text, handle: z.string(), displayName: text, avatar: text }),
  record: z.looseObject({
    text: z.string().catch(''),
    createdAt: text,
    reply: z
      .looseObject({ parent: z.looseObject({ uri: z.string() }) })
      .optional()
      .catch(undefined),
    langs: z.array(z.string()).optional().catch(undefined),
    facets: z
      .array(
        z.object({
          index: z.object({ byteStart: z.number().int(), byteEnd: z.number().int() }),
          features: z.array(z.looseObject({ $type: z.string(), uri: text, did: text, tag: text })),
        }),
      )
      .catch([]),
  }),
  embed: z
    .looseObject({
      images: z.array(image).optional(),
      media: z.looseObject({ images: z.array(image).optional() }).optional(),
    })
    .optional()
    .catch(undefined),
})

type Post = z.infer<typeof post>

/** A thread contains posts, and blocks in place of deleted or hidden ones: these have no `post`. */
const thread = z.object({
  thread: z.looseObject({
    $type: text,
    post: post.optional(),
    parent: z
      .looseObject({ post: post.optional().catch(undefined) })
      .optional()
      .catch(undefined),
    replies: z.array(z.unknown()).catch([]),
  }),
})

/**
 * A post on Bluesky with its thread, from the public API that needs no account.
 * @see https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
 */
export async function fetchBluesky(context: FetchContext): Promise<SnapshotContent> {
  const { reference, endpoints, http } = context
  const [actor = '', key = ''] = reference.id.split('/')
  const url = new URL('/xrpc/app.bsky.feed.getPostThread', endpoints.bluesky)
  url.search = new URLSearchParams({
    uri: `at://${actor}/app.bsky.feed.post/${key}`,
    depth: '10',
    parentHeight: '1',
  }).toString()
  const parsed = thread.safeParse(await fetchJson(url.href, http))
  if (!parsed.success) throw new Unavailable('Bluesky answered with something that is not a valid thread.')
  const { post: main, parent, replies, $type } = parsed.data.thread
  if (!main)
    throw new Gone(/blocked/i.test($type ?? '') ? 'Its author hides it.' : 'Bluesky has no such post.')
  const answers = listReplies(replies)
  const own = answers.filter(({ author }) => author.handle === main.author.handle)
  const others = answers.filter((answer) => !own.includes(answer))
  return {
    kind: 'tweet',
    tweet: {
      ...(await readPost(main, context, '')),
      ...(parent?.post && { parent: await readPost(parent.post, context, 'parent-') }),
      ...(answers.length > 0 && {
        replies: await Promise.all(
          [...own, ...others]
            .slice(0, 20)
            .map((each, index) => readPost(each, context, `reply-${index + 1}-`)),
        ),
      }),
    },
  }
}

/** Replies and replies to replies, in the order of the thread. */
function listReplies(replies: readonly unknown[]): Post[] {
  return replies.flatMap((each) => {
    const reply = z.looseObject({ post, replies: z.array(z.unknown()).catch([]) }).safeParse(each).data
    return reply ? [reply.post, ...listReplies(reply.replies)] : []
  })
}

async function readPost(given: Post, { media }: FetchContext, role: string): Promise<TweetBase> {
  const { author, record, embed, uri } = given
  const avatar = await media.addPicture(author.avatar, { role: `${role}avatar`, maxWidth: 96 })
  const pictures: TweetMedia[] = []
  for (const [index, { fullsize, alt }] of (embed?.images ?? embed?.media?.images ?? [])
    .slice(0, 4)
    .entries()) {
    const picture = await media.addPicture(fullsize, {
      role: `${role}photo-${index + 1}`,
      maxWidth: 1200,
      alt,
    })
    if (picture) pictures.push({ type: 'photo', picture })
  }
  const time = Date.parse(record.createdAt ?? '')
  const key = keyOf(uri)
  return {
    id: key,
    url: `https://bsky.app/profile/${author.handle}/post/${key}`,
    ...(record.reply && { parentId: keyOf(record.reply.parent.uri) }),
    author: {
      name: (author.displayName || author.handle).slice(0, 1000),
      handle: author.handle.slice(0, 1000),
      url: `https://bsky.app/profile/${author.handle}`,
      ...(avatar && { avatar }),
    },
    ...(!Number.isNaN(time) && { date: new Date(time).toISOString() }),
    ...(record.langs?.[0] && { lang: record.langs[0].slice(0, 35) }),
    text: splitText(record.text, record.facets),
    media: pictures,
  }
}

/** The last part of an `at://` URI: the key of a record of its author. */
function keyOf(uri: string): string {
  return (uri.split('/').at(-1) ?? '').slice(0, 200)
}

/** Splits a text at its facets, whose positions are counted in bytes of UTF-8. */
function splitText(written: string, facets: Post['record']['facets']): TextRun[] {
  const bytes = Buffer.from(written)
  const runs: TextRun[] = []
  let at = 0
  for (const { index, features } of [...facets].sort((a, b) => a.index.byteStart - b.index.byteStart)) {
    const { byteStart, byteEnd } = index
    if (byteStart < at || byteEnd > bytes.length || byteStart >= byteEnd) continue
    runs.push({ text: bytes.toString('utf8', at, byteStart) })
    const url = features.map(addressOf).find((address) => address && isHttp(address))
    runs.push({ text: bytes.toString('utf8', byteStart, byteEnd), ...(url && { url }) })
    at = byteEnd
  }
  runs.push({ text: bytes.toString('utf8', at) })
  return runs.filter((run) => run.text !== '')
}

function addressOf({
  uri,
  did,
  tag,
}: Post['record']['facets'][number]['features'][number]): string | undefined {
  if (uri) return uri
  if (did) return `https://bsky.app/profile/${did}`
  return tag ? `https://bsky.app/hashtag/${encodeURIComponent(tag)}` : undefined
}
