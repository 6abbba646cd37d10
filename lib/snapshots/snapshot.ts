import { z } from 'zod'
import { isHttp } from '../urls/is-http'

/**
 * The format of a snapshot: the content of an embed, stored in the author's repository as `content/embeds/<name>.json`.
 * A file is read as untrusted data, because anybody may have edited it: every text has a maximum length, every URL is
 * http(s), every picture is a file in the same folder.
 */

/** Only http(s): a `javascript:` URL in an edited snapshot makes it invalid. */
const address = z.string().max(4096).refine(isHttp, 'must be an http or https URL')

/**
 * A file in the folder of the snapshot: a name without folders, so that it cannot point elsewhere. Only `src` fields are files:
 * `publish.ts` replaces them by the URL of the served file.
 */
const mediaFile = z
  .string()
  .regex(/^[a-z0-9][\w.-]{0,160}\.(webp|mp4)$/i, 'must be a .webp or .mp4 file name')

const title = z.string().max(1000)
const pixels = z.number().int().positive().max(20_000)

const picture = z.object({ src: mediaFile, width: pixels, height: pixels, alt: z.string().max(2000) })

const person = z.object({ name: title, handle: title.optional(), url: address.optional() })

/** A piece of text; a link, mention or hashtag has a URL. */
const run = z.object({ text: z.string().max(25_000), url: address.optional() })

const tweetMedia = z.discriminatedUnion('type', [
  z.object({ type: z.literal('photo'), picture }),
  z.object({
    type: z.literal('video'),
    poster: picture,
    /** The video itself, if it is small enough to store. */
    src: mediaFile.optional(),
    /** An animated GIF: short, silent, repeated. */
    loop: z.boolean(),
  }),
])

const tweetBase = z.object({
  id: z.string().max(200),
  url: address,
  /** The `id` of the post that it replies to, in a thread. */
  parentId: z.string().max(200).optional(),
  author: person.extend({ avatar: picture.optional() }),
  /** ISO 8601 in UTC. */
  date: z.iso.datetime({ offset: true }).optional(),
  /** BCP 47, absent if X did not know. */
  lang: z.string().max(35).optional(),
  /** X's longest post has 25,000 characters. */
  text: z
    .array(run)
    .max(2000)
    .refine((runs) => runs.reduce((sum, { text }) => sum + text.length, 0) <= 25_000, 'text is too long'),
  /** X only returned the beginning of a long post. */
  truncated: z.boolean().optional(),
  media: z.array(tweetMedia).max(4),
})

const tweet = tweetBase.extend({
  quoted: tweetBase.optional(),
  /** The post that this one replies to. */
  parent: tweetBase.optional(),
  /** Replies to it, the author's own first, because they continue a thread. */
  replies: z.array(tweetBase).max(20).optional(),
  /** Whom it replies to, if the parent itself is not known. */
  replyTo: z.object({ handle: title, url: address }).optional(),
})

const video = z.object({
  title,
  author: person.optional(),
  poster: picture.optional(),
  /** Of the player, in CSS pixels: only the ratio matters. */
  width: pixels,
  height: pixels,
})

const source = z.object({
  title,
  author: person.optional(),
  files: z
    .array(z.object({ name: title, lang: z.string().max(60).optional(), text: z.string().max(200_000) }))
    .max(40),
})

const card = z.object({
  title,
  description: z.string().max(2000).optional(),
  site: title.optional(),
  picture: picture.optional(),
})

/** A picture on another host that a post shows by its URL. */
const remotePicture = z.object({ width: pixels, height: pixels, src: mediaFile.optional() })

export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tweet'), tweet }),
  z.object({ kind: z.literal('video'), video }),
  z.object({ kind: z.literal('source'), source }),
  z.object({ kind: z.literal('card'), card }),
  z.object({ kind: z.literal('picture'), picture: remotePicture }),
])

const header = {
  version: z.literal(1),
  provider: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  id: z.string().max(4096),
  url: address,
  /** When it was fetched, ISO 8601 in UTC. */
  fetched: z.iso.datetime(),
}

export const snapshotSchema = z.discriminatedUnion('outcome', [
  z.object({ ...header, outcome: z.literal('data'), content: contentSchema }),
  /** The original is gone; with the message of its site if there was one. */
  z.object({ ...header, outcome: z.literal('gone'), reason: z.string().max(1000) }),
])

export type Snapshot = z.infer<typeof snapshotSchema>
export type SnapshotContent = z.infer<typeof contentSchema>
export type TweetSnapshot = z.infer<typeof tweet>
export type TweetBase = z.infer<typeof tweetBase>
export type TweetMedia = z.infer<typeof tweetMedia>
export type TextRun = z.infer<typeof run>
export type VideoSnapshot = z.infer<typeof video>
export type SourceSnapshot = z.infer<typeof source>
export type CardSnapshot = z.infer<typeof card>
export type RemotePicture = z.infer<typeof remotePicture>
export type StoredPicture = z.infer<typeof picture>
