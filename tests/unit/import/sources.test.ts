import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openSource } from '../../../lib/import/open-source'
import { parseCsv } from '../../../lib/import/sources/csv'
import { expectQuick } from '../../cpu-time'
import { useExport } from './use-export'

const { pathOf, read } = useExport()

// https://ghost.org/docs/migration/custom/
test('a Ghost export yields the Markdown of old versions unchanged, and converts the HTML of new ones', async () => {
  const card = {
    version: '0.3.1',
    cards: [['markdown', { markdown: '## A *b*\n\n__GHOST_URL__/c' }]],
    sections: [[10, 0]],
  }
  const data = {
    posts: [
      {
        id: '1',
        title: 'Old',
        slug: 'old',
        mobiledoc: JSON.stringify(card),
        html: '<h2>A</h2>',
        status: 'published',
        published_at: '2016-01-02T03:04:05.000Z',
      },
      {
        id: '2',
        title: 'New',
        slug: 'new',
        html: '<p><img src="__GHOST_URL__/content/images/a.png"></p>',
        status: 'published',
        visibility: 'paid',
        type: 'post',
      },
      {
        id: '3',
        title: 'About',
        slug: 'about',
        html: '<p>x</p>',
        status: 'draft',
        type: 'page',
        feature_image: '__GHOST_URL__/content/b.png',
      },
    ],
    tags: [
      { id: 't', name: 'Sea' },
      { id: 'i', name: '#internal' },
    ],
    posts_tags: [
      { post_id: '1', tag_id: 'i', sort_order: 0 },
      { post_id: '1', tag_id: 't', sort_order: 1 },
    ],
    users: [{ id: 'u', name: 'Ada' }],
    posts_authors: [{ post_id: '1', author_id: 'u' }],
  }
  const { posts } = await read({ 'g.json': JSON.stringify({ db: [{ meta: {}, data }] }) }, 'g.json')
  expect(posts).toMatchObject([
    { body: { markdown: '## A *b*\n\n/c' }, tags: ['Sea'], authors: ['Ada'], url: '/old/', draft: false },
    { body: { html: '<p><img src="/content/images/a.png"></p>' }, draft: true },
    { kind: 'page', draft: true, image: '/content/b.png' },
  ])
})

// The files of a Medium archive are pages with microformats: https://help.medium.com/hc/en-us/articles/115004745787
test('a Medium export yields posts without their repeated title', async () => {
  const page = (title: string, footer: string) =>
    `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry"><header><h1 class="p-name">${title}</h1></header><section data-field="subtitle" class="p-summary">In short</section><section data-field="body" class="e-content"><section><h3 class="graf graf--title">${title}</h3><p>Text.</p></section></section><footer>${footer}</footer></article></body></html>`
  const { posts } = await read({
    'posts/2019-02-03_The-tide-0a1b2c3d4e5f.html': page(
      'The tide',
      '<p>By <a class="p-author h-card">Ada</a> on <time class="dt-published" datetime="2019-02-03T04:05:06.000Z">x</time></p><p><a class="p-canonical" href="https://medium.com/@ada/the-tide-0a1b2c3d4e5f">x</a></p>',
    ),
    'posts/draft_Unfinished-0a1b2c3d4e5f.html': page('Unfinished', ''),
    'profile/profile.html': '<p>',
  })
  expect(posts).toMatchObject([
    {
      title: 'The tide',
      slug: 'The-tide',
      date: '2019-02-03T04:05:06.000Z',
      authors: ['Ada'],
      summary: 'In short',
      draft: false,
    },
    { title: 'Unfinished', draft: true },
  ])
  expect(posts[0]?.body).toEqual({ html: '<section><p>Text.</p></section>' })
})

// The columns that Substack's export has; https://support.substack.com (Settings, Import/Export)
test('a Substack export yields the posts of its list', async () => {
  const { posts, source } = await read({
    'posts.csv':
      'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle\n12.the-tide,2021-02-03T04:05:06.000Z,true,,newsletter,everyone,"The ""tide"", again",In short\n13.locked,2021-02-04T04:05:06.000Z,true,,newsletter,only_paid,Locked,\n14.lost,2021-02-04T04:05:06.000Z,true,,newsletter,everyone,Lost,\n',
    'posts/12.the-tide.html': '<p>Text.</p>',
    'posts/13.locked.html': '<p>Text.</p>',
  })
  expect(posts).toMatchObject([
    { title: 'The "tide", again', slug: 'the-tide', summary: 'In short', url: '/p/the-tide', draft: false },
    { title: 'Locked', draft: true },
  ])
  expect(source.left).toEqual(['the access control of 1 posts for subscribers: they are drafts now'])
})

// https://developers.google.com/blogger/docs/2.0/reference
test('a Blogger export yields posts and pages, but no comments', async () => {
  const entry = (kind: string, more: string) =>
    `<entry><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/>${more}</entry>`
  const xml = `<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'>${entry(
    'post',
    "<category scheme='http://www.blogger.com/atom/ns#' term='Sea'/><published>2009-08-07T06:05:04.000-07:00</published><title type='text'>A &amp; B</title><content type='html'>&lt;p&gt;Text&lt;/p&gt;</content><link rel='alternate' href='http://lock.blogspot.com/2009/08/a-b.html'/><author><name>Ada</name></author>",
  )}${entry('comment', '<title>no</title>')}${entry('page', '<title>About</title><content>x</content>')}${entry(
    'post',
    '<title>Draft</title><content>x</content><app:control><app:draft>yes</app:draft></app:control>',
  )}</feed>`
  const { posts } = await read({ 'b.xml': xml }, 'b.xml')
  expect(posts).toMatchObject([
    {
      kind: 'post',
      title: 'A & B',
      slug: 'a-b',
      tags: ['Sea'],
      authors: ['Ada'],
      body: { html: '<p>Text</p>' },
      draft: false,
    },
    { kind: 'page', title: 'About' },
    { title: 'Draft', draft: true },
  ])
})

// https://developers.forem.com/api/v1 and the JSON of Hashnode's export
test('exports of dev.to and Hashnode yield their Markdown unchanged', async () => {
  const devto = [
    {
      title: 'A',
      body_markdown: '{% youtube x %}',
      published_at: '2020-01-02T03:04:05Z',
      tag_list: ['a', 'b'],
      slug: 'a-1',
      path: '/ada/a-1',
    },
  ]
  const hashnode = {
    posts: [
      {
        title: 'B',
        slug: 'b',
        contentMarkdown: '%[https://x.example]',
        dateAdded: '2020-01-02T03:04:05.000Z',
        tags: [{ name: 'C' }],
      },
    ],
  }
  const first = await read({ 'd.json': JSON.stringify(devto) }, 'd.json')
  expect(first.posts).toMatchObject([
    { body: { markdown: '{% youtube x %}' }, tags: ['a', 'b'], url: '/ada/a-1', draft: false },
  ])
  const second = await read({ 'h.json': JSON.stringify(hashnode) }, 'h.json')
  expect(second.posts).toMatchObject([
    { body: { markdown: '%[https://x.example]' }, tags: ['C'], draft: false },
  ])
})

test('CSV is read with quotes, commas and line endings in values', () => {
  expect(parseCsv('\uFEFFa,b\r\n"1,\n""2""",\r\nx,y').map((row) => Object.fromEntries(row))).toEqual([
    { a: '1,\n"2"', b: '' },
    { a: 'x', b: 'y' },
  ])
})

test.each(['"', 'a,', '"a""', '\r\n', '",'])('CSV of %j is read in proportion to its size', async (piece) => {
  // In quadratic time this size would take minutes.
  await expectQuick(() => parseCsv(piece.repeat(200_000)), 3000)
})

test('the prolog of an XML file is read once', async () => {
  await writeFile(pathOf('e.xml'), `<?xml version="1.0"?>${'<!-- -->'.repeat(1000)}<nothing/>`)
  await expectQuick(() => expect(openSource(pathOf('e.xml'))).rejects.toThrow('not a known export'), 3000)
})
