import { writeFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../../lib/import/open-source'
import { useExport } from './use-export'
import { wordpressExport, wordpressItem } from './wordpress-export'

const { pathOf, read } = useExport()

describe('a WordPress export', () => {
  test('yields posts, pages and drafts, with encoded slugs, deleted authors, and pictures listed after the posts', async () => {
    const xml = wordpressExport(
      1,
      wordpressItem({
        id: 10,
        title: 'Über',
        slug: '%e6%bd%ae',
        content: 'x',
        creator: 'gone',
        extra:
          '<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category><category domain="post_tag" nicename="tide"><![CDATA[Tide]]></category><wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[99]]></wp:meta_value></wp:postmeta><wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>',
      }),
      wordpressItem({
        id: 11,
        title: 'Soon',
        slug: '',
        content: 'x',
        status: 'draft',
        link: 'https://lock.example/?p=11',
      }),
      wordpressItem({ id: 12, title: 'About', slug: 'about', content: 'x', type: 'page' }),
      wordpressItem({ id: 13, title: 'Old', slug: 'old', content: 'x', status: 'trash' }),
      wordpressItem({ id: 14, title: 'Menu', slug: 'menu', content: 'x', type: 'nav_menu_item' }),
      wordpressItem({
        id: 99,
        title: 'moon',
        slug: 'moon',
        content: '',
        type: 'attachment',
        status: 'inherit',
        extra:
          '<wp:post_parent>10</wp:post_parent><wp:attachment_url><![CDATA[https://lock.example/wp-content/uploads/moon.jpg]]></wp:attachment_url>',
      }),
    )
    const { source, posts } = await read({ 'e.xml': xml }, 'e.xml')
    expect(source).toMatchObject({
      origin: 'https://lock.example',
      left: ['1 comments', '1 posts in the trash', '1 of type nav_menu_item'],
    })
    expect(posts).toMatchObject([
      { title: 'Tide & gate 0', date: '2015-06-07 08:09:10 +02:00', draft: false, authors: ['The Keeper'] },
      {
        slug: '潮',
        tags: ['Tide'],
        authors: ['gone'],
        image: 'https://lock.example/wp-content/uploads/moon.jpg',
        body: { own: ['https://lock.example/wp-content/uploads/moon.jpg'] },
      },
      { title: 'Soon', draft: true, date: '2015-06-07 08:09:10' },
      { title: 'About', kind: 'page' },
    ])
    expect(posts[2]).not.toHaveProperty('url')
  })

  test('is read in bounded memory', async () => {
    const filler = 'The tide came in again, and the keeper wrote it down. '.repeat(20_000)
    const items = Array.from({ length: 48 }, (_, id) =>
      wordpressItem({ id, title: 'A', slug: `a-${id}`, content: filler }),
    )
    await writeFile(pathOf('large.xml'), wordpressExport(0, ...items))
    const { source } = await openSource(pathOf('large.xml'))
    if (source.kind !== 'export') throw new Error('It was taken for a folder.')
    let most = 0
    let count = 0
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    for await (const post of source.source.posts()) {
      count++
      expect(post.title).toBe('A')
      collectGarbage()
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(count).toBe(48)
    // Of 52 MB of text.
    expect(most).toBeLessThan(20e6)
  })

  test('reports the line on which it is broken', async () => {
    const xml = wordpressExport(1).replace('</item>', '')
    await expect(read({ 'e.xml': xml }, 'e.xml')).rejects.toThrow(/not well-formed XML.*\d+/)
  })
})

/** Frees what nothing holds any more, so that the rest is what the code holds. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
