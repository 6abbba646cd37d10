import { describe, expect, test } from 'vitest'
import { splitTweetText } from '../../../../lib/snapshots/providers/tweet-text'

const none = { hashtags: [], symbols: [], user_mentions: [], urls: [], media: [] }

describe('splitting the text of a tweet', () => {
  test('counts code points, so that an emoji before a mention moves nothing', () => {
    const runs = splitTweetText('🎉🥹 thanks @ada!', {
      ...none,
      user_mentions: [{ indices: [10, 14], screen_name: 'ada' }],
    })
    expect(runs).toEqual([
      { text: '🎉🥹 thanks ' },
      { text: '@ada', url: 'https://x.com/ada' },
      { text: '!' },
    ])
  })

  test('shows a short form of a URL and links to its final target', () => {
    const runs = splitTweetText('read https://t.co/abc', {
      ...none,
      urls: [
        {
          indices: [5, 21],
          url: 'https://t.co/abc',
          display_url: 'example.com/a',
          expanded_url: 'https://example.com/a',
        },
      ],
    })
    expect(runs.at(-1)).toEqual({ text: 'example.com/a', url: 'https://example.com/a' })
  })

  test('links hashtags and cashtags to their searches', () => {
    const runs = splitTweetText('#größe $QRE', {
      ...none,
      hashtags: [{ indices: [0, 6], text: 'größe' }],
      symbols: [{ indices: [7, 11], text: 'QRE' }],
    })
    expect(runs.map((run) => run.url)).toEqual([
      'https://x.com/hashtag/gr%C3%B6%C3%9Fe',
      undefined,
      'https://x.com/search?q=%24QRE',
    ])
  })

  test('omits the URL of its own pictures and the space before it', () => {
    const runs = splitTweetText('a picture https://t.co/pic', { ...none, media: [{ indices: [10, 26] }] })
    expect(runs).toEqual([{ text: 'a picture' }])
  })

  test('omits the URL of the tweet it quotes', () => {
    const text = 'so true https://t.co/q'
    const urls = [
      {
        indices: [8, 22] as [number, number],
        url: 'https://t.co/q',
        display_url: 'twitter.com/b/status/9',
        expanded_url: 'https://twitter.com/b/status/9',
      },
    ]
    expect(splitTweetText(text, { ...none, urls }, { quotedId: '9' })).toEqual([{ text: 'so true' }])
    expect(splitTweetText(text, { ...none, urls })).toHaveLength(2)
  })

  test('omits the names that a reply begins with', () => {
    const runs = splitTweetText(
      '@ada @bob yes',
      { ...none, user_mentions: [{ indices: [0, 4], screen_name: 'ada' }] },
      { range: [10, 13] },
    )
    expect(runs).toEqual([{ text: 'yes' }])
  })

  test('decodes the three entities that X escapes, once', () => {
    expect(splitTweetText('a &lt;b&gt; &amp;lt; &copy;', none)).toEqual([{ text: 'a <b> &lt; &copy;' }])
  })

  test('keeps line breaks', () => {
    expect(splitTweetText('a\n\nb', none)).toEqual([{ text: 'a\n\nb' }])
  })

  test.each([
    ['outside of the text', [50, 60]],
    ['the wrong way round', [4, 2]],
  ] as const)('keeps the text if an entity lies %s', (_, [from, to]) => {
    const hashtags = [{ indices: [from, to] as [number, number], text: 'x' }]
    expect(splitTweetText('plain #x', { ...none, hashtags })).toEqual([{ text: 'plain #x' }])
  })

  test('makes no link of a URL that is not http', () => {
    const urls = [
      {
        indices: [0, 4] as [number, number],
        url: 'x',
        display_url: 'x',
        expanded_url: 'javascript:alert(1)',
      },
    ]
    expect(splitTweetText('click', { ...none, urls })).toEqual([{ text: 'click' }])
  })
})
