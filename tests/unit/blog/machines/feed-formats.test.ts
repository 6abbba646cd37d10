import { Feed } from 'feed'
import { expect, test } from 'vitest'
import { FEED_FORMATS } from '../../../../lib/blog/machines/feed-formats'
import { readXml } from '../read-xml'

const hostile = [
  '<script>alert(1)</script>',
  'a & b < c > "d" \'e\'',
  'bell \u0007, null \u0000, half \ud800, end \uffff',
  ']]> and ]]> again',
  '&lt;b&gt; &amp;amp; &#0;',
  '🎉 潮 \u202e \u2028',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]>&y;',
]

test.each(hostile)('a feed of %j is well-formed, and its title is text', (words) => {
  for (const [name, { write }] of FEED_FORMATS) {
    const written = write(feedOf(words))
    if (name === 'feed.json') {
      expect(JSON.parse(written).items[0].title).toBe(words)
      continue
    }
    const titles = readXml(written, 'title')
    const plain = words.replaceAll(/[\p{Cc}\uffff]|\p{Cs}/gu, '\ufffd').replaceAll(']]>', ']] >')
    expect(titles).toContain(plain)
    expect(written).not.toContain('<title type="html">')
  }
})

function feedOf(words: string): Feed {
  const feed = new Feed({
    id: 'https://blog.example/',
    title: words,
    description: words,
    updated: new Date(0),
  })
  feed.addItem({
    id: 'https://blog.example/a',
    link: 'https://blog.example/a',
    title: words,
    description: words,
    content: `<p>${words}</p>`,
    date: new Date(0),
    author: [{ name: words }],
    category: [{ name: words }],
  })
  return feed
}
