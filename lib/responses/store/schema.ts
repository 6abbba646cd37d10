import type { Kysely, Transaction } from 'kysely'

/** Every table after the last migration. Times are milliseconds since 1970, days `2026-11-21` in UTC. */
export interface Schema {
  /** Keys and small settings: the signing key, the block list. */
  settings: { key: string; value: string }
  /** The random salt of a day. Deleted when the day is over, so that no hash made with it can be computed again. */
  salts: { day: string; salt: string }
  /**
   * Today's likes and views, with readers as salted hashes. Summed up into `counts` and deleted when the day is over.
   */
  reactions: { slug: string; kind: ReactionKind; day: string; reader: string }
  /** Likes and views of past days. */
  counts: { slug: string; kind: ReactionKind; day: string; count: number }
  /** The number of attempts in a period, by a hash that changes daily. */
  attempts: { key: string; expires: number; count: number }
  /** Used one-time tokens and challenges. */
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
  /** The comment it replies to, always one of the first level. Empty for those of the first level. */
  parent: string
  name: string
  site: string
  /** Markdown, as typed. */
  text: string
  /** The same, rendered and sanitized. */
  html: string
  state: CommentState
  created: number
  edited: number
  /** Digest of the content, which detects duplicates. Unique. */
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
  /** When it is verified next; 0 if nothing is left to do. */
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
