import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { attachSnapshots, type EmbedData } from '../../../lib/snapshots/attach'
import type { EmbedTarget } from '../../../lib/snapshots/fetcher'
import { snapshotName } from '../../../lib/snapshots/names'
import type { PublishedSnapshot } from '../../../lib/snapshots/published'
import { tweet, tweetOf, tweetTarget } from './tweets'
import { useSnapshots } from './use-snapshots'

const { keep, publish } = useSnapshots()

const TAG = '<x-embed provider="tweet" id="1" url="https://x.com/ada/status/1"><p>A link</p></x-embed>'

describe('attaching snapshots to a text', () => {
  test('gives the component public URLs and the time in the site’s time zone', async () => {
    await keep(tweetTarget, tweet({ author: { name: 'Ada', avatar: avatar() } }), ['tweet-1-avatar.webp'])
    const { data } = await attach(TAG, [tweetTarget])
    expect(data[0]).toMatchObject({
      anchor: 'tweet-1',
      lang: 'en',
      snapshot: {
        content: {
          tweet: {
            author: { avatar: { src: '/media/tweet-1-avatar.webp' } },
            date: '2022-05-21T01:30:00+05:30',
          },
        },
      },
    })
  })

  test('replaces a tweet in feeds by plain HTML, as text and never as markup', async () => {
    const text = [
      { text: '<script>alert(1)</script>\nsee ' },
      { text: 'example.com', url: 'https://example.com/' },
    ]
    await keep(tweetTarget, tweet({ text, quoted: { ...tweetOf(), id: '2', text: [{ text: 'Quoted' }] } }))
    const { html } = await attach(TAG, [tweetTarget])
    expect(html).toContain(
      '&#x3C;script>alert(1)&#x3C;/script><br>see <a href="https://example.com/">example.com</a>',
    )
    expect(html).toContain('Quoted')
    expect(html).toContain('— Ada (@ada), <a href="https://x.com/ada/status/1">2022-05-21</a>')
    expect(html).not.toContain('A link')
  })

  test('leaves a link if there is no snapshot', async () => {
    const { data, html } = await attach(TAG, [])
    expect(data[0]).toMatchObject({ pasted: false, snapshot: undefined })
    expect(html).toContain('<p>A link</p>')
  })

  test('recognizes HTML that the author pasted', async () => {
    const { data } = await attach(TAG.replace('<p>A link</p>', '<blockquote>A tweet</blockquote>'), [])
    expect(data[0]).toMatchObject({ pasted: true })
  })

  test('gives a repeated embed one anchor', async () => {
    const { data } = await attach(TAG + TAG, [])
    expect(data.map(({ anchor }) => anchor)).toEqual(['tweet-1', undefined])
  })

  test('highlights the files of a gist, all or the requested one', async () => {
    const target = { provider: 'gist', id: 'abc', url: 'https://gist.github.com/abc' }
    const files = [
      { name: 'a.ts', lang: 'typescript', text: 'const a = "<b>"' },
      { name: 'b.nothing', lang: 'no language', text: 'plain' },
    ]
    await keep(target, { kind: 'source', source: { title: 'Two', files } })
    const tag = '<x-embed provider="gist" id="abc" url="https://gist.github.com/abc"></x-embed>'
    const { html } = await attach(tag, [target])
    expect(html).toContain('<figure class="code" data-lang="typescript"><figcaption>a.ts</figcaption>')
    expect(html).toContain('<span class="k">const')
    expect(textOf(fromHtml(html, { fragment: true }))).toContain('"<b>"')
    expect(html).toContain('b.nothing')
    const { html: one } = await attach(tag.replace('id=', 'file="b.nothing" id='), [target])
    expect(one).not.toContain('a.ts')
  })

  test('gives a remote picture its size, unless the author gave one', async () => {
    const url = 'https://example.com/p.png'
    const target = { provider: 'picture', id: url, url }
    await keep(target, { kind: 'picture', picture: { width: 800, height: 600 } })
    const { html } = await attach(`<img src="${url}"><img src="${url}" width="80">`, [target])
    expect(html).toBe(`<img src="${url}" width="800" height="600"><img src="${url}" width="80">`)
  })

  test('shows our own copy of a remote picture if there is one', async () => {
    const url = 'https://example.com/p.png'
    const target = { provider: 'picture', id: url, url }
    await keep(target, { kind: 'picture', picture: { src: 'picture-p.webp', width: 800, height: 600 } }, [
      'picture-p.webp',
    ])
    expect((await attach(`<img src="${url}">`, [target])).html).toContain('src="/media/picture-p.webp"')
  })

  test('reserves space for a remote picture of unknown size', async () => {
    const { html } = await attach(
      '<p><img src="https://example.com/p.png"> </p><p><img src="/own.png"></p>',
      [],
    )
    expect(html).toBe(
      '<p><img src="https://example.com/p.png" data-unmeasured=""> </p><p><img src="/own.png"></p>',
    )
  })

  test('does not enlarge a badge within a line', async () => {
    const line = '<p>Build: <img src="https://example.com/badge.svg"></p>'
    expect((await attach(line, [])).html).toBe(line)
  })
})

async function attach(html: string, targets: EmbedTarget[]) {
  const published = new Map<string, PublishedSnapshot>()
  for (const target of targets) {
    const { snapshot } = await publish(target)
    if (snapshot) published.set(snapshotName(target.provider, target.id), snapshot)
  }
  const tree = fromHtml(html, { fragment: true })
  await attachSnapshots(tree, async (name) => published.get(name))
  const data: EmbedData[] = []
  visit(tree, 'element', (element) => {
    if (element.data?.embed) data.push(element.data.embed)
  })
  return { data, html: toHtml(tree) }
}

function avatar() {
  return { src: 'tweet-1-avatar.webp', width: 96, height: 96, alt: '' }
}
