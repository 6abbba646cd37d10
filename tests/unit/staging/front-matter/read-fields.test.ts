import { describe, expect, test } from 'vitest'
import { type Dialect, dialectOf } from '@/lib/dialects/dialects'
import { readFields } from '@/lib/staging/front-matter/read-fields'
import { readFrontMatter } from '@/lib/staging/front-matter/read-front-matter'

function read(yaml: string, dialect: Dialect = 'plain') {
  const kind = dialect === 'plain' ? 'own' : 'imported'
  return readFields(readFrontMatter(`---\n${yaml}\n---\n`).entries, dialectOf(dialect), kind)
}

describe('readFields', () => {
  test.each([
    ['Title: A', { title: 'A' }],
    ['title: 1.10', { title: '1.10' }],
    ['title: "`Vec<T>` &amp; *more* of __init__"', { title: 'Vec<T> & more of __init__' }],
    ['title: "Big <em>news</em>"', { title: 'Big news' }],
    ['date: 2022-5-8', { date: '2022-05-08' }],
    ['pubDate: May 8, 2022', { date: '2022-05-08' }],
    ['published: 2022-05-08', { date: '2022-05-08' }],
    ['published: false', { draft: true }],
    ['publish: yes', { draft: false }],
    ['draft: "true"', { draft: true }],
    ['lastmod: 2022-05-08', { updated: '2022-05-08' }],
    ['excerpt: E\ndescription: D', { summary: 'D' }],
    ['preamble: |\n  P\n', { preamble: 'P' }],
    ['tags: [a, 2024, a]', { tags: ['a', '2024'] }],
    ['tags: a, b c', { tags: ['a', 'b c'] }],
    ['tags: a b', { tags: ['a b'] }],
    ['tags:', {}],
    ['keywords: [k]', { tags: ['k'] }],
    ['category: x\ncategories: [y]', { categories: ['y', 'x'] }],
    ['aliases: /a\nredirect_from: [/b, /c]', { aliases: ['/a', '/b', '/c'] }],
    ['author: Ada <ada@example.org>', { authors: [{ name: 'Ada' }] }],
    [
      'authors: [{name: Ada, url: "https://ada.example"}, Bo]',
      { authors: [{ name: 'Ada', url: 'https://ada.example' }, { name: 'Bo' }] },
    ],
    ['image: boat.jpg', { image: { src: 'boat.jpg' } }],
    [
      'cover: {image: a.png, alt: A boat, caption: "Ours"}',
      { image: { src: 'a.png', alt: 'A boat', caption: 'Ours' } },
    ],
    ['images: [a.png, b.png]', { image: { src: 'a.png' } }],
    ['toc: {sticky: true}', { toc: true }],
    ['lang: en_US', { lang: 'en-US' }],
    ['series: [One]', { series: 'One' }],
    [
      'thread: https://bsky.app/profile/ada.example/post/3kabc',
      { thread: 'https://bsky.app/profile/ada.example/post/3kabc' },
    ],
    [
      'thread: https://social.example/@ada/112233445566778899',
      { thread: 'https://social.example/@ada/112233445566778899' },
    ],
    ['thread: general', {}],
    ['canonical_url: https://x.example/a', { canonical: 'https://x.example/a' }],
    ['redirect_to: [/new/]', { redirectTo: '/new/' }],
    ['ShowReadingTime: on', { readTime: true }],
    ['taxonomies: {tags: [a]}', { tags: ['a'] }],
    ['params: {author: Ada}', { authors: [{ name: 'Ada' }] }],
  ])('reads %j', (yaml, fields) => {
    const result = read(yaml)
    expect(result.fields).toEqual(fields)
    expect(result.problems).toEqual([])
  })

  test('splits tags at spaces only in Jekyll', () => {
    expect(read('tags: a b', 'jekyll').fields.tags).toEqual(['a', 'b'])
    expect(read('tags: a b', 'hugo').fields.tags).toEqual(['a b'])
  })

  test('reads `path` as a URL only in Zola', () => {
    expect(read('path: a/b', 'zola').fields).toEqual({ permalink: 'a/b' })
    expect(read('path: a/b', 'hugo')).toMatchObject({ fields: {}, extra: { path: 'a/b' } })
  })

  test('keeps unknown and overridden keys as written', () => {
    expect(read('comments_id: 7\nsummary: S\ndescription: D').extra).toEqual({
      comments_id: 7,
      description: 'D',
    })
  })

  test.each([
    ['tgas: [a]', 'tags'],
    ['descripton: x', 'description'],
    ['summry: x', 'summary'],
    ['autnumber: true', 'autonumber'],
  ])('recognizes %j as a mistyped %s', (yaml, meant) => {
    const { problems } = read(yaml)
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'unknown-key', line: 2, column: 1 }])
    expect(problems[0]?.message).toContain(`\`${meant}\``)
    expect(problems[0]?.hint).toContain(`\`${meant}:\``)
  })

  test.each(['type: post', 'link: https://x.example', 'rating: 4', 'id: 7', 'isbn: 12', 'color: red'])(
    'does not report %j as mistyped',
    (yaml) => {
      expect(read(yaml).problems).toEqual([])
    },
  )

  test('reports no mistyped key in an old blog, where it never had a meaning', () => {
    expect(read('drat: true', 'jekyll')).toMatchObject({ problems: [], extra: { drat: true } })
  })

  test.each([
    ['thread: https://elsewhere.example/42', 'https://elsewhere.example/42', 9],
    ['canonical: javascript:x', 'javascript:x', 12],
    ['image: file:///home/ada/boat.jpg', 'file:///home/ada/boat.jpg', 8],
    ['date: yesterday', '"yesterday"', 7],
    ['date: 2022-02-31', '"2022-02-31"', 7],
    ['tags: {}', '{}', 7],
    ['title: [a]', '["a"]', 8],
    ['lang: a_b_c_d_e', '"a_b_c_d_e"', 7],
  ])('reports %j with the value and its position', (yaml, value, column) => {
    const { problems } = read(yaml)
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'wrong-value', line: 2, column }])
    expect(problems[0]?.message).toContain(value)
  })

  test.each(['drat: true', 'draft: maybe', 'publishd: false'])(
    'rejects %j in the author’s own post: it might publish a draft',
    (yaml) => expect(read(yaml).problems).toMatchObject([{ severity: 'error' }]),
  )

  test('treats a post of an imported blog as a draft if it is unclear', () => {
    expect(read('draft: maybe', 'hugo')).toMatchObject({
      fields: { draft: true },
      problems: [{ severity: 'warning' }],
    })
  })

  test('uses the nearest day for one that the calendar does not have, and reports it', () => {
    const { fields, problems } = read('date: 2021-02-29')
    expect(fields).toEqual({ date: '2021-03-01' })
    expect(problems[0]?.message).toContain('it is read as 2021-03-01')
  })
})
