import { recognizeEmbed } from '../markdown/embeds/providers'
import type { ReplyThread, ThreadReply } from '../model/post'
import { snapshotName } from '../snapshots/names'
import type { TweetBase } from '../snapshots/snapshot'
import type { BodySources } from './body/resolve-body'

/**
 * The replies to a post on Bluesky or Mastodon, as the last `npm run embeds` stored them, oldest first.
 * @param url `thread:` of a post
 * @returns undefined if the post has none, or it is not stored
 */
export async function readThread(
  url: string | undefined,
  findSnapshot: BodySources['findSnapshot'],
): Promise<ReplyThread | undefined> {
  const embed = url === undefined ? undefined : recognizeEmbed(url)
  if (!embed) return undefined
  const published = await findSnapshot(snapshotName(embed.provider, embed.id))
  if (published?.snapshot.outcome !== 'data' || published.snapshot.content.kind !== 'tweet') return undefined
  const { replies = [] } = published.snapshot.content.tweet
  return { url: embed.url, host: new URL(embed.url).host, replies: toThreads(replies) }
}

/** Replies to a reply, at any depth, are shown below it. */
function toThreads(replies: readonly TweetBase[]): ThreadReply[] {
  const time = ({ date }: TweetBase) => Date.parse(date ?? '') || 0
  const sorted = [...replies].sort((a, b) => time(a) - time(b))
  const tops = new Map<string, ThreadReply>()
  const shown: ThreadReply[] = []
  for (const reply of sorted) {
    const own = toReply(reply)
    const top = reply.parentId === undefined ? undefined : tops.get(reply.parentId)
    tops.set(reply.id, top ?? own)
    if (top) top.answers.push(own)
    else shown.push(own)
  }
  return shown
}

function toReply({ url, author, date, lang, text }: TweetBase): ThreadReply {
  return { url, name: author.name, authorUrl: author.url, date, lang, text, answers: [] }
}
