import type { Kysely, Transaction } from 'kysely'

/** Every table, as the last migration leaves it. Moments are milliseconds since 1970, days `2026-11-21` in UTC. */
export interface Schema {
  /** Keys and small settings: the signing key, the block list. */
  settings: { key: string; value: string }
  /** The random salt of a day. Deleted when the day is over, so that no hash made with it can be made again. */
  salts: { day: string; salt: string }
  /** Who liked or opened what today, as salted hashes. Summed up into `counts` and deleted when the day is over. */
  reactions: { slug: string; kind: ReactionKind; day: string; reader: string }
  /** Likes and views of past days. */
  counts: { slug: string; kind: ReactionKind; day: string; count: number }
  /** How often something was tried in a window of time, by a hash that changes daily. */
  attempts: { key: string; expires: number; count: number }
  /** One-time tokens and puzzles that were used. */
  used: { token: string; expires: number }
  comments: CommentRow
  mentions: MentionRow
  subscribers: SubscriberRow
  /** One row per e-mail of a newsletter: written before it is sent, so that none is sent twice. */
  deliveries: { slug: string; subscriber: string; state: DeliveryState; at: number; detail: string }
  /** Signed-in browsers of the author, by the hash of their cookie. */
  sessions: { id: string; created: number; seen: number; expires: number; agent: string }
  passkeys: {
    id: string
    public_key: string
    counter: number
    transports: string
    name: string
    created: number
  }
}

export interface CommentRow {
  id: string
  slug: string
  /** The comment it answers; always one of the first level. Empty for those of the first level. */
  parent: string
  name: string
  site: string
  /** Markdown, as typed. */
  text: string
  /** The same, rendered and sanitised. */
  html: string
  state: CommentState
  created: number
  edited: number
  /** Digest of what was said, by which a second sending is noticed. Unique. */
  digest: string
}

export interface MentionRow {
  id: string
  source: string
  target: string
  slug: string
  kind: MentionKind
  state: MentionState
  author: string
  author_url: string
  text: string
  url: string
  published: string
  created: number
  /** When it is looked at next; 0 where nothing is left to do. */
  due: number
  attempts: number
  detail: string
}

export interface SubscriberRow {
  id: string
  /** In lower case. Unique. */
  email: string
  state: 'unconfirmed' | 'confirmed'
  created: number
  confirmed: number
}

export type ReactionKind = 'like' | 'view'
export type CommentState = 'waiting' | 'approved' | 'spam' | 'deleted'
export type MentionKind = 'mention' | 'reply' | 'like' | 'repost'
export type MentionState = 'unverified' | 'waiting' | 'approved' | 'refused'
export type DeliveryState = 'sending' | 'sent' | 'failed'

export type Database = Kysely<Schema>
export type Writer = Transaction<Schema>
