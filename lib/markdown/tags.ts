import { type Embed, recognizeEmbed, tweet, youtube } from './embeds'
import type { TagArguments } from './tag-arguments'

/** What a tag means, as one of few outcomes: `remark-tags.ts` makes the tree of it. */
export type Meaning = { as: 'embed'; embed: Embed }

type Reader = (args: TagArguments) => Meaning | undefined

/** Names of tags that hold text: nothing in them is Markdown or another tag. */
export const rawTags: ReadonlySet<string> = new Set(['highlight', 'codeblock', 'raw', 'katex', 'mermaid'])

/** Names of tags that stand for a word or an address in a sentence. */
export const inlineTags: ReadonlySet<string> = new Set(['post_url', 'link', 'ref', 'relref'])

/** What a tag says, by name. */
export const tags: Readonly<Record<string, Reader>> = {
  twitter: readTweet,
  tweet: readTweet,
  x: readTweet,
  youtube: readYoutube,
}

function readTweet({ positional, named }: TagArguments): Meaning | undefined {
  const [first = named.id ?? named.url ?? ''] = positional
  if (/^\d+$/.test(first)) return { as: 'embed', embed: tweet(first, named.user) }
  const embed = recognizeEmbed(first)
  return embed?.provider === 'tweet' ? { as: 'embed', embed } : undefined
}

function readYoutube({ positional, named }: TagArguments): Meaning | undefined {
  const [first = named.id ?? ''] = positional
  if (/^[\w-]{11}$/.test(first)) return { as: 'embed', embed: youtube(first) }
  const embed = recognizeEmbed(first) ?? recognizeEmbed(`https://youtu.be/${first}`)
  return embed?.provider === 'youtube' ? { as: 'embed', embed } : undefined
}
