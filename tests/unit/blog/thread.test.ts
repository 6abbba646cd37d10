import { describe, expect, test } from 'vitest'
import { readThread } from '@/lib/blog/thread'
import type { PublishedSnapshot } from '@/lib/snapshots/published'
import type { TweetBase } from '@/lib/snapshots/snapshot'

const url = 'https://social.example/@ada/112233445566778899'
const post = (id: string, minute: number, parentId?: string): TweetBase => ({
  id,
  url: `https://social.example/@ben/${id}`,
  author: { name: 'Ben', url: 'https://social.example/@ben' },
  date: `2026-11-21T10:0${minute}:00.000+00:00`,
  text: [{ text: `words of ${id}` }],
  media: [],
  parentId,
})

/** Stores one snapshot, under the name that `npm run embeds` gives it. */
function kept(replies: TweetBase[]) {
  const asked: string[] = []
  const published: PublishedSnapshot = {
    lang: 'en',
    plain: [],
    snapshot: {
      ...{ version: 1, provider: 'mastodon', id: 'x', url, fetched: '2026-11-21T00:00:00Z' },
      ...{ outcome: 'data', content: { kind: 'tweet', tweet: { ...post('main', 0), replies } } },
    },
  }
  const find = async (name: string) => {
    asked.push(name)
    return published
  }
  return { asked, find }
}

describe('the thread of a post', () => {
  test('is shown in two levels, oldest first, even if a reply in the middle is missing', async () => {
    const { find, asked } = kept([
      post('late', 5, 'main'),
      post('deep', 3, 'answer'),
      post('first', 1, 'main'),
      post('answer', 2, 'first'),
      post('orphan', 4, 'deleted'),
    ])
    const thread = await readThread(url, find)
    expect(asked).toEqual([expect.stringMatching(/^mastodon-social-example-ada/)])
    expect(thread).toMatchObject({ url, host: 'social.example' })
    const ids = thread?.replies.map((reply) => [
      reply.url.split('/').at(-1),
      ...reply.answers.map((answer) => answer.url.split('/').at(-1)),
    ])
    expect(ids).toEqual([['first', 'answer', 'deep'], ['orphan'], ['late']])
  })

  test('is absent if none is named or stored', async () => {
    expect(await readThread(undefined, kept([]).find)).toBeUndefined()
    expect(await readThread('https://elsewhere.example/', kept([]).find)).toBeUndefined()
    expect(await readThread(url, async () => undefined)).toBeUndefined()
  })
})
