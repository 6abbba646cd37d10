import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Embed } from '../../../../../components/body/embeds/embed'
import type { EmbedProps } from '../../../../../components/body/embeds/embed-props'
import type { SnapshotContent, TweetSnapshot } from '../../../../../lib/snapshots/snapshot'

describe('an embed without a snapshot', () => {
  test('names its provider and id, and can be linked', () => {
    expect(show({ anchor: 'tweet-1234' })).toContain(
      'data-embed="tweet" data-embed-id="1234" id="tweet-1234"',
    )
  })

  test('is a link to the original that names the author', () => {
    const html = show({ author: 'ada' })
    expect(html).toContain('href="https://twitter.com/ada/status/1234"')
    expect(html).toContain('@ada')
  })

  test('is the quotation that the author pasted, if there is one', () => {
    const html = show({ pasted: true, children: <blockquote>Hello there</blockquote> })
    expect(html).toContain('<blockquote>Hello there</blockquote>')
    expect(html).toContain('data-embed-id="1234"')
  })

  test('says that the original is gone', () => {
    const html = show({ snapshot: { ...header, outcome: 'gone', reason: 'Deleted.' } })
    expect(html).toContain('No longer available on twitter.com')
  })

  test.each(['tweet', 'youtube', 'vimeo', 'codepen', 'stackblitz', 'frame', 'gist', 'link', 'nobody'])(
    'requests nothing as %s',
    (provider) => {
      const html = show({ provider })
      expect(html).toContain(`data-embed="${provider}"`)
      expect(html).not.toMatch(/<(img|iframe|script|video|link)\b|\bsrc=/)
    },
  )
})

describe('a tweet from its snapshot', () => {
  test('shows author, text with its links, date and a link to the original', () => {
    const html = tweet({
      text: [{ text: 'Thanks ' }, { text: '@bob', url: 'https://x.com/bob' }, { text: '!\nBye' }],
    })
    expect(html).toContain('<cite>Ada</cite><a href="https://x.com/ada">@ada</a>')
    expect(html).toContain('Thanks <a href="https://x.com/bob">@bob</a>!\nBye')
    expect(html).toContain(
      'href="https://x.com/ada/status/1234"><time dateTime="2022-05-21T01:30:00+05:30">May 21, 2022<',
    )
  })

  test('escapes everything in the text', () => {
    const html = tweet({ text: [{ text: '<script>alert(1)</script><img src=x onerror=alert(1)>' }] })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('gives every picture its alternative text, its size and a link to the full picture', () => {
    const html = tweet({ media: [{ type: 'photo', picture: picture('/media/p.webp', 'A workshop') }] })
    expect(html).toContain('<a aria-label="A workshop" href="/media/p.webp">')
    expect(html).toMatch(/<img alt="A workshop"[^>]* height="600"[^>]* loading="lazy"[^>]* width="1200"/)
  })

  test('plays a stored video, and links to one that is not stored', () => {
    const poster = picture('/media/poster.webp')
    const kept = tweet({ media: [{ type: 'video', poster, src: '/media/video.mp4', loop: false }] })
    expect(kept).toMatch(/<video[^>]* poster="\/media\/poster.webp" preload="none" src="\/media\/video.mp4"/)
    const linked = tweet({ media: [{ type: 'video', poster, loop: false }] })
    expect(linked).not.toContain('<video')
    expect(linked).toContain('aria-label="Watch on x.com"')
  })

  test('contains the tweet that it quotes, and follows the one that it answers', () => {
    const other = (id: string, text: string) => ({ ...plain, id, text: [{ text }] })
    const html = tweet({ quoted: other('2', 'Quoted'), parent: other('3', 'Asked'), text: [{ text: 'Own' }] })
    expect(html.indexOf('Asked')).toBeLessThan(html.indexOf('Own'))
    expect(html.indexOf('Own')).toBeLessThan(html.indexOf('Quoted'))
    expect(html.match(/<blockquote/g)).toHaveLength(3)
  })

  test('shows a letter instead of a picture of the author', () => {
    expect(tweet({ author: { name: 'élan' } })).toContain('<span aria-hidden="true">É</span>')
  })

  test('says that a long post continues', () => {
    expect(tweet({ truncated: true })).toContain('>Show more</a>')
  })
})

describe('a player', () => {
  const video = (more = {}): SnapshotContent => ({
    kind: 'video',
    video: { title: 'A talk', poster: picture('/media/poster.webp'), width: 16, height: 9, ...more },
  })

  test('is a poster from our site that links to the original, and names the frame to load on a click', () => {
    const html = show({
      provider: 'youtube',
      id: 'abcdefghijk',
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      start: '90',
      snapshot: snapshot(video()),
    })
    expect(html).toContain(
      'data-embed-load="https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&amp;start=90"',
    )
    expect(html).toContain('aria-label="Play: A talk"')
    expect(html).toContain('src="/media/poster.webp"')
    expect(html).not.toContain('<iframe')
  })

  test('is a line of text that names the host it will load from, if no poster is stored', () => {
    const html = show({ provider: 'youtube', id: 'abcdefghijk', url: 'https://youtu.be/abcdefghijk' })
    expect(html).toContain('Play: youtu.be/abcdefghijk')
    expect(html).toContain('>Loads from youtube-nocookie.com when you click<')
  })

  test.each([
    ['vimeo', 'https://vimeo.com/1', 'https://player.vimeo.com/video/1234?autoplay=1&amp;dnt=1'],
    ['codepen', 'https://codepen.io/ada/pen/xyz', 'https://codepen.io/ada/embed/xyz?default-tab=result'],
    ['frame', 'https://maps.example/m?x=1', 'https://maps.example/m?x=1'],
    ['stackblitz', 'https://stackblitz.com/edit/xyz', 'https://stackblitz.com/edit/xyz?embed=1'],
  ])('knows the URL of the player of %s', (provider, url, address) => {
    expect(show({ provider, url })).toContain(`data-embed-load="${address}"`)
  })
})

describe('a card', () => {
  test('shows title, description and picture of the page', () => {
    const html = show({
      provider: 'link',
      url: 'https://www.example.com/a/',
      snapshot: snapshot({
        kind: 'card',
        card: { title: 'A & B', description: 'About both', picture: picture('/media/c.webp') },
      }),
    })
    expect(html).toContain('A &amp; B')
    expect(html).toContain('About both')
    expect(html).toContain('src="/media/c.webp"')
    expect(html).toContain('>example.com/a<')
  })
})

describe('a gist', () => {
  test('contains its highlighted files and names their owner', () => {
    const html = show({
      provider: 'gist',
      url: 'https://gist.github.com/ada/1234',
      snapshot: snapshot({
        kind: 'source',
        source: { title: 'Sorting', author: { name: 'ada' }, files: [] },
      }),
      children: <figure className="code">code</figure>,
    })
    expect(html).toContain('<figure class="code">code</figure>')
    expect(html).toContain('<cite>Sorting</cite> · ada · ')
  })
})

const header = {
  version: 1 as const,
  provider: 'tweet',
  id: '1234',
  url: 'https://twitter.com/ada/status/1234',
  fetched: '2026-01-01T00:00:00Z',
}

const plain: TweetSnapshot = {
  id: '1234',
  url: 'https://x.com/ada/status/1234',
  author: { name: 'Ada', handle: 'ada', url: 'https://x.com/ada' },
  date: '2022-05-21T01:30:00+05:30',
  text: [{ text: 'Hello' }],
  media: [],
}

function show(props: Partial<EmbedProps>): string {
  return renderToStaticMarkup(<Embed id={header.id} provider="tweet" url={header.url} {...props} />)
}

function snapshot(content: SnapshotContent) {
  return { ...header, outcome: 'data' as const, content }
}

function tweet(more: Partial<TweetSnapshot>): string {
  return show({ snapshot: snapshot({ kind: 'tweet', tweet: { ...plain, ...more } }) })
}

function picture(src: string, alt = '') {
  return { src, width: 1200, height: 600, alt }
}
