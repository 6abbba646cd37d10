import type { SnapshotContent, TweetSnapshot } from '../../../lib/snapshots/snapshot'

export const tweetTarget = { provider: 'tweet', id: '1', url: 'https://x.com/ada/status/1' }

export function tweet(more: Partial<TweetSnapshot>): SnapshotContent {
  return { kind: 'tweet', tweet: { ...tweetOf(), ...more } }
}

export function tweetOf(): TweetSnapshot {
  return {
    id: '1',
    url: 'https://x.com/ada/status/1',
    author: { name: 'Ada', handle: 'ada', url: 'https://x.com/ada' },
    date: '2022-05-20T20:00:00.000Z',
    text: [{ text: 'Hello' }],
    media: [],
  }
}
