/** The snapshot of a deleted tweet, as `npm run embeds` stores it in `content/embeds/tweet-20.json`. */
export function goneTweet(reason: string): string {
  return JSON.stringify({
    version: 1,
    provider: 'tweet',
    id: '20',
    url: 'https://x.com/jack/status/20',
    fetched: '2024-01-01T00:00:00.000Z',
    outcome: 'gone',
    reason,
  })
}
