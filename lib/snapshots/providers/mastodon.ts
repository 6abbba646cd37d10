import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { z } from 'zod'
import { isHttp } from '../../urls/is-http'
import type { FetchContext } from '../fetcher'
import { fetchJson } from '../http'
import { Gone, Unavailable } from '../outcome'
import type { SnapshotContent, TextRun, TweetBase, TweetMedia } from '../snapshot'

const text = z.string().nullish().catch(undefined)

/** @see https://docs.joinmastodon.org/entities/Status/ */
const status = z.object({
  id: z.string(),
  url: text,
  uri: z.string(),
  content: z.string(),
  spoiler_text: text,
  visibility: text,
  created_at: text,
  language: text,
  in_reply_to_id: text,
  account: z.object({
    acct: z.string(),
    username: z.string(),
    display_name: text,
    url: z.string(),
    avatar_static: text,
  }),
  media_attachments: z
    .array(z.object({ type: z.string(), url: text, preview_url: text, description: text }))
    .catch([]),
})

type Status = z.infer<typeof status>

const thread = z.object({ ancestors: z.array(status).catch([]), descendants: z.array(status).catch([]) })

/** A post on Mastodon with its thread, from the API of its instance. */
export async function fetchMastodon(context: FetchContext): Promise<SnapshotContent> {
  const { reference, endpoints, http } = context
  const [host = '', , id = ''] = reference.id.split('/')
  const base = endpoints.mastodon || `https://${host}`
  const parsed = status.safeParse(await fetchJson(new URL(`/api/v1/statuses/${id}`, base).href, http))
  if (!parsed.success) throw new Unavailable(`${host} answered with something that is not a valid post.`)
  const main = parsed.data
  if (main.visibility === 'private' || main.visibility === 'direct') throw new Gone('It is not public.')
  const around = thread.safeParse(
    await fetchJson(new URL(`/api/v1/statuses/${id}/context`, base).href, http).catch(() => ({})),
  )
  const { ancestors = [], descendants = [] } = around.data ?? {}
  const parent = ancestors.find((each) => each.id === main.in_reply_to_id)
  const visible = descendants.filter(({ visibility }) => visibility === 'public' || visibility === 'unlisted')
  const own = visible.filter(({ account }) => account.acct === main.account.acct)
  const others = visible.filter((each) => !own.includes(each))
  return {
    kind: 'tweet',
    tweet: {
      ...(await readStatus(main, context, host, '')),
      ...(parent && { parent: await readStatus(parent, context, host, 'parent-') }),
      ...(visible.length > 0 && {
        replies: await Promise.all(
          [...own, ...others]
            .slice(0, 20)
            .map((each, index) => readStatus(each, context, host, `reply-${index + 1}-`)),
        ),
      }),
    },
  }
}

async function readStatus(
  given: Status,
  { media, maxVideo }: FetchContext,
  host: string,
  role: string,
): Promise<TweetBase> {
  const { account } = given
  const avatar = await media.addPicture(account.avatar_static ?? undefined, {
    role: `${role}avatar`,
    maxWidth: 96,
  })
  const time = Date.parse(given.created_at ?? '')
  const url =
    [given.url, given.uri].find((each) => each && isHttp(each)) ??
    `https://${host}/@${account.acct}/${given.id}`
  return {
    id: given.id.slice(0, 200),
    url,
    ...(given.in_reply_to_id && { parentId: given.in_reply_to_id.slice(0, 200) }),
    author: {
      name: (account.display_name || account.username).slice(0, 1000),
      handle: (account.acct.includes('@') ? account.acct : `${account.acct}@${host}`).slice(0, 1000),
      ...(isHttp(account.url) && { url: account.url }),
      ...(avatar && { avatar }),
    },
    ...(!Number.isNaN(time) && { date: new Date(time).toISOString() }),
    ...(given.language && { lang: given.language.slice(0, 35) }),
    text: [
      ...(given.spoiler_text ? [{ text: `${given.spoiler_text}\n\n` }] : []),
      ...readText(given.content),
    ],
    media: await readMedia(given, media, maxVideo, role),
  }
}

async function readMedia(
  { media_attachments }: Status,
  media: FetchContext['media'],
  maxVideo: number,
  role: string,
): Promise<TweetMedia[]> {
  const kept: TweetMedia[] = []
  for (const [index, { type, url, preview_url, description }] of media_attachments.slice(0, 4).entries()) {
    const isPhoto = type === 'image'
    const picture = await media.addPicture((isPhoto ? url : preview_url) ?? undefined, {
      role: `${role}${isPhoto ? 'photo' : 'poster'}-${index + 1}`,
      maxWidth: 1200,
      alt: description ?? '',
    })
    if (!picture) continue
    if (isPhoto) kept.push({ type: 'photo', picture })
    else if (type === 'video' || type === 'gifv') {
      const src = await media.addVideo(url ? [url] : [], `${role}video-${index + 1}`, maxVideo)
      kept.push({ type: 'video', poster: picture, loop: type === 'gifv', ...(src && { src }) })
    }
  }
  return kept
}

/** Converts the HTML of an instance to text and links: no HTML of the instance reaches a page. */
function readText(html: string): TextRun[] {
  const runs: TextRun[] = []
  const add = (text: string, url?: string) => {
    const last = runs.at(-1)
    if (last && last.url === url) last.text += text
    else if (text !== '') runs.push({ text, ...(url && { url }) })
  }
  const walk = (node: Nodes, url?: string): void => {
    if (node.type === 'text') add(node.value, url)
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'element') {
      const { className, href } = node.properties
      const classes = Array.isArray(className) ? className : []
      // Instances hide the scheme and the end of a long URL this way.
      if (classes.includes('invisible') || node.tagName === 'script' || node.tagName === 'style') return
      if (node.tagName === 'br') {
        add('\n')
        return
      }
      if (/^(?:p|ul|ol|li|blockquote|pre)$/.test(node.tagName) && runs.length > 0)
        add(node.tagName === 'li' ? '\n' : '\n\n')
      const link = node.tagName === 'a' && typeof href === 'string' && isHttp(href) ? href : url
      for (const child of node.children) walk(child, link)
      if (classes.includes('ellipsis')) add('…', link)
      return
    }
    for (const child of node.children) walk(child, url)
  }
  walk(fromHtml(html, { fragment: true }))
  return runs
}
