import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type {
  CardSnapshot,
  Snapshot,
  SourceSnapshot,
  StoredPicture,
  TextRun,
  TweetBase,
  TweetSnapshot,
  VideoSnapshot,
} from './snapshot'
import { highlightSource } from './source-code'

/**
 * The content of a snapshot as HTML without any component: for feeds, and for readers of the site's HTML without its
 * style sheet. It is built as a tree, so that a snapshot can only contribute text.
 * @returns empty if the pipeline's own fallback (a link, or the quotation the author pasted) says more
 */
export async function plainContent(snapshot: Snapshot): Promise<ElementContent[]> {
  if (snapshot.outcome === 'gone') return []
  const { content, url } = snapshot
  switch (content.kind) {
    case 'tweet':
      return plainTweet(content.tweet)
    case 'video':
      return plainVideo(content.video, url)
    case 'source':
      return plainSource(content.source)
    case 'card':
      return plainCard(content.card, url)
    case 'picture':
      return []
  }
}

function plainTweet(tweet: TweetSnapshot): ElementContent[] {
  return [
    ...(tweet.parent ? plainPost(tweet.parent) : []),
    h('blockquote', { cite: tweet.url }, [
      ...bodyOf(tweet),
      ...(tweet.quoted ? plainPost(tweet.quoted) : []),
      byline(tweet),
    ]),
    ...(tweet.replies ?? []).flatMap(plainPost),
  ]
}

function plainPost(post: TweetBase): ElementContent[] {
  return [h('blockquote', { cite: post.url }, [...bodyOf(post), byline(post)])]
}

function bodyOf(post: TweetBase): Element[] {
  const pictures = post.media.map((item) => (item.type === 'photo' ? item.picture : item.poster))
  return [
    h('p', { lang: post.lang, dir: 'auto' }, post.text.flatMap(plainRun)),
    ...pictures.map(plainPicture),
  ]
}

function plainRun(run: TextRun): ElementContent[] {
  if (run.url) return [h('a', { href: run.url }, run.text)]
  return run.text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [h('br')] : []), { type: 'text', value: line }])
}

function byline({ author, url, date }: TweetBase): Element {
  const name = author.handle ? `${author.name} (@${author.handle})` : author.name
  return h('p', ['— ', name, ', ', h('a', { href: url }, date ? date.slice(0, 10) : url)])
}

function plainVideo({ title, author, poster }: VideoSnapshot, url: string): ElementContent[] {
  const by = author ? ` — ${author.name}` : ''
  return [
    ...(poster ? [h('p', h('a', { href: url }, plainImage({ ...poster, alt: title })))] : []),
    h('p', [h('a', { href: url }, title), by]),
  ]
}

async function plainSource({ files }: SourceSnapshot): Promise<ElementContent[]> {
  return Promise.all(files.map(({ text, lang, name }) => highlightSource({ code: text, lang, title: name })))
}

function plainCard({ title, description }: CardSnapshot, url: string): ElementContent[] {
  return [h('p', [h('a', { href: url }, title), description ? `: ${description}` : ''])]
}

function plainPicture(picture: StoredPicture): Element {
  return h('p', plainImage(picture))
}

function plainImage({ src, width, height, alt }: StoredPicture): Element {
  return h('img', { src, width, height, alt, loading: 'lazy', decoding: 'async' })
}
