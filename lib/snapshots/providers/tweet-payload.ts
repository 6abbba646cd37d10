import { z } from 'zod'

/**
 * The response of X's syndication endpoint, as far as we use it. It is not documented and changes without notice:
 * in 2026 `entities` is seen as `{}`, as `[]`, and with only some of its lists; `user` may be missing, a video may
 * have no `video_info`. So everything is optional, and what has the wrong shape counts as absent.
 * `react-tweet` has types for it, but they promise fields that do not always come, and its fetcher's host is fixed.
 * @see https://github.com/vercel/react-tweet/issues/218
 */
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined)
const list = <T extends z.ZodType>(type: T) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((items) => items.flatMap((item) => keepValid(type, item)))

const text = optional(z.string())
const range = z.tuple([z.number().int().min(0), z.number().int().min(0)])

const entities = z
  .object({
    hashtags: list(z.object({ indices: range, text: z.string() })),
    symbols: list(z.object({ indices: range, text: z.string() })),
    user_mentions: list(z.object({ indices: range, screen_name: z.string() })),
    urls: list(z.object({ indices: range, url: z.string(), display_url: text, expanded_url: text })),
    media: list(z.object({ indices: range })),
  })
  .catch({ hashtags: [], symbols: [], user_mentions: [], urls: [], media: [] })

const noEntities = { hashtags: [], symbols: [], user_mentions: [], urls: [], media: [] }

const media = z.object({
  type: z.enum(['photo', 'video', 'animated_gif']),
  media_url_https: z.string(),
  ext_alt_text: text,
  video_info: optional(
    z.object({
      variants: list(z.object({ content_type: text, url: z.string(), bitrate: optional(z.number()) })),
    }),
  ),
})

const base = z.object({
  id_str: text,
  created_at: text,
  lang: text,
  text: text,
  display_text_range: optional(range),
  entities: entities.default(noEntities),
  user: optional(z.object({ name: text, screen_name: text, profile_image_url_https: text })),
  mediaDetails: list(media),
  photos: list(z.object({ url: z.string() })),
  note_tweet: optional(
    z.object({
      text: text,
      note_tweet_results: optional(
        z.object({
          result: optional(z.object({ text: text, entity_set: optional(entities) })),
        }),
      ),
    }),
  ),
})

export const tweetPayload = base.extend({
  quoted_tweet: optional(base),
  parent: optional(base),
  in_reply_to_screen_name: text,
  in_reply_to_status_id_str: text,
})

/** The response for a tweet that is not public: deleted, protected, or from a closed account. */
export const tombstonePayload = z.object({
  __typename: z.literal('TweetTombstone'),
  tombstone: optional(z.object({ text: optional(z.object({ text: text })) })),
})

function keepValid<T extends z.ZodType>(type: T, item: unknown): z.output<T>[] {
  const parsed = type.safeParse(item)
  return parsed.success ? [parsed.data] : []
}

export type TweetPayload = z.output<typeof tweetPayload>
export type TweetBasePayload = z.output<typeof base>
export type TweetEntities = z.output<typeof entities>
