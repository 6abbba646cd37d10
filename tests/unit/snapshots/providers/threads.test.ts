import { afterEach, describe, expect, test } from 'vitest'
import { recognizeEmbed } from '../../../../lib/markdown/embeds/providers'
import { renderMarkdown } from '../../../../lib/markdown/render'
import { fetchSnapshot } from '../../../../lib/snapshots/fetch'
import { byPath, drawPicture, type Site, startSite } from '../site-server'

let site: Site
afterEach(() => site?.stop())

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

function ask(address: string) {
  const embed = recognizeEmbed(address)
  if (!embed) throw new Error(`${address} was not recognised.`)
  return fetchSnapshot(embed, site.options)
}

// The shape of app.bsky.feed.getPostThread: https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread
describe('a post of Bluesky', () => {
  const post = (key: string, text: string, handle = 'ada.example', more: object = {}, embed?: object) => ({
    post: {
      uri: `at://did:plc:x/app.bsky.feed.post/${key}`,
      author: { did: 'did:plc:x', handle, displayName: 'Ada' },
      record: { text, createdAt: '2024-05-06T07:08:09.000Z', langs: ['en'], ...more },
      ...(embed && { embed }),
    },
  })

  test('is stored with links at byte offsets, its picture, and its thread with the author’s own replies first', async () => {
    const picture = await drawPicture(40, 30)
    site = await startSite((origin) =>
      byPath({
        '/p.png': { body: picture, type: 'image/png' },
        '/xrpc/app.bsky.feed.getPostThread': {
          body: {
            thread: {
              ...post(
                '3k',
                'Größe: a.example #sea',
                'ada.example',
                {
                  facets: [
                    {
                      index: { byteStart: 9, byteEnd: 18 },
                      features: [{ $type: 'x', uri: 'https://a.example' }],
                    },
                    { index: { byteStart: 19, byteEnd: 23 }, features: [{ $type: 'x', tag: 'sea' }] },
                    { index: { byteStart: 2, byteEnd: 900 }, features: [{ $type: 'x', tag: 'no' }] },
                  ],
                },
                {
                  $type: 'app.bsky.embed.images#view',
                  images: [{ fullsize: `${origin}/p.png`, alt: 'A tide' }],
                },
              ),
              replies: [
                post('r1', 'Nice', 'bob.example'),
                { ...post('r2', 'And on'), replies: [post('r3', 'The end')] },
                { $type: 'app.bsky.feed.defs#notFoundPost', notFound: true },
              ],
            },
          },
        },
      }),
    )
    const outcome = await ask('https://bsky.app/profile/ada.example/post/3k')
    expect(outcome).toMatchObject({
      outcome: 'data',
      content: {
        kind: 'tweet',
        tweet: {
          url: 'https://bsky.app/profile/ada.example/post/3k',
          author: { name: 'Ada', handle: 'ada.example' },
          date: '2024-05-06T07:08:09.000Z',
          text: [
            { text: 'Größe: ' },
            { text: 'a.example', url: 'https://a.example' },
            { text: ' ' },
            { text: '#sea', url: 'https://bsky.app/hashtag/sea' },
          ],
          media: [{ type: 'photo', picture: { width: 40, height: 30, alt: 'A tide' } }],
          replies: [
            { text: [{ text: 'And on' }] },
            { text: [{ text: 'The end' }] },
            { text: [{ text: 'Nice' }] },
          ],
        },
      },
    })
    expect(site.requests[0]).toContain('uri=at%3A%2F%2Fada.example%2Fapp.bsky.feed.post%2F3k')
  })

  test('is gone if the thread has no post, and unavailable if the response is invalid', async () => {
    site = await startSite(() =>
      byPath({ '/xrpc/app.bsky.feed.getPostThread': { body: { thread: { $type: 'x#notFoundPost' } } } }),
    )
    expect(await ask('https://bsky.app/profile/a.example/post/1')).toMatchObject({ outcome: 'gone' })
    await site.stop()
    site = await startSite(() => byPath({ '/xrpc/app.bsky.feed.getPostThread': { body: [] } }))
    expect(await ask('https://bsky.app/profile/a.example/post/1')).toMatchObject({ outcome: 'unavailable' })
  })
})

// https://docs.joinmastodon.org/entities/Status/
describe('a post of Mastodon', () => {
  const status = (id: string, content: string, more: object = {}) => ({
    id,
    uri: `https://sea.example/users/ada/statuses/${id}`,
    url: `https://sea.example/@ada/${id}`,
    content,
    visibility: 'public',
    created_at: '2024-05-06T07:08:09.000Z',
    language: 'de',
    account: { acct: 'ada', username: 'ada', display_name: 'Ada', url: 'https://sea.example/@ada' },
    media_attachments: [],
    ...more,
  })
  const id = '112233445566778899'

  test('of any instance is stored as text and links, with the public part of its thread', async () => {
    site = await startSite(() =>
      byPath({
        [`/api/v1/statuses/${id}`]: {
          body: status(
            id,
            '<p>Ebbe<br>und Flut</p><p><a href="https://a.example/long"><span class="invisible">https://</span><span class="ellipsis">a.example</span><span class="invisible">/long</span></a><script>alert(1)</script></p>',
          ),
        },
        [`/api/v1/statuses/${id}/context`]: {
          body: {
            ancestors: [],
            descendants: [
              status('2', '<p>Nice</p>', {
                account: { acct: 'bob@b.example', username: 'bob', url: 'https://b.example/@bob' },
              }),
              status('3', '<p>Secret</p>', { visibility: 'private' }),
              status('4', '<p>More</p>'),
            ],
          },
        },
      }),
    )
    const outcome = await ask(`https://sea.example/@ada/${id}`)
    expect(outcome).toMatchObject({
      outcome: 'data',
      content: {
        tweet: {
          author: { name: 'Ada', handle: 'ada@sea.example' },
          lang: 'de',
          text: [{ text: 'Ebbe\nund Flut\n\n' }, { text: 'a.example…', url: 'https://a.example/long' }],
          replies: [
            { text: [{ text: 'More' }] },
            { text: [{ text: 'Nice' }], author: { name: 'bob', handle: 'bob@b.example' } },
          ],
        },
      },
    })
    expect(JSON.stringify(outcome)).not.toMatch(/Secret|alert/)
  })

  test('that is not public is not stored', async () => {
    site = await startSite(() =>
      byPath({ [`/api/v1/statuses/${id}`]: { body: status(id, '<p>x</p>', { visibility: 'private' }) } }),
    )
    expect(await ask(`https://sea.example/@ada/${id}`)).toMatchObject({ outcome: 'gone' })
  })
})

test('lines of GitHub at one commit are stored as source', async () => {
  site = await startSite(() =>
    byPath({ [`/ada/sea/${COMMIT}/src/tide.ts`]: { body: 'one\ntwo\nthree\nfour\n', type: 'text/plain' } }),
  )
  const address = `https://github.com/ada/sea/blob/${COMMIT}/src/tide.ts`
  expect(await ask(`${address}#L2-L3`)).toMatchObject({
    outcome: 'data',
    content: { kind: 'source', source: { files: [{ name: 'tide.ts', lang: 'ts', text: 'two\nthree' }] } },
  })
  expect(await ask(`${address}#L90`)).toMatchObject({ outcome: 'gone' })
  expect(recognizeEmbed(address)).toBeUndefined()
  expect(recognizeEmbed('https://github.com/ada/sea/blob/main/src/tide.ts#L2')).toBeUndefined()
})

test('a bare URL on its own line is an embed for every provider, in a sentence it is a link', async () => {
  const addresses = [
    ['bluesky', 'https://bsky.app/profile/ada.example/post/3k'],
    ['mastodon', 'https://sea.example/@ada/112233445566778899'],
    ['github-lines', `https://github.com/ada/sea/blob/${COMMIT}/a.ts#L1`],
    ['spotify', 'https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC?si=x'],
    ['soundcloud', 'https://soundcloud.com/ada/tide'],
    ['codesandbox', 'https://codesandbox.io/p/sandbox/tide-x1y2'],
    ['codepen', 'https://codepen.io/ada/pen/abcDEF'],
    ['gist', 'https://gist.github.com/ada/0123456789abcdef0123'],
  ]
  const { rendered } = await renderMarkdown(addresses.map(([, url]) => url).join('\n\n'))
  expect(rendered.embeds.map(({ provider }) => provider)).toEqual(addresses.map(([provider]) => provider))
  const { rendered: inSentence } = await renderMarkdown(`See ${addresses[0]?.[1]} there.`)
  expect(inSentence.embeds).toEqual([])
})
