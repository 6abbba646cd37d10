import { Feed } from 'feed'

/** The formats of a feed, by the last segment of its URL. */
export const FEED_FORMATS = new Map<string, FeedFormat>([
  ['rss.xml', { type: 'application/rss+xml', write: writeRss }],
  ['atom.xml', { type: 'application/atom+xml', write: (feed) => nameCss(feed.atom1()) }],
  ['feed.json', { type: 'application/feed+json', write: (feed) => feed.json1() }],
])

/**
 * RSS wants an e-mail address in `<author>`, which we do not publish: `<dc:creator>` holds a name.
 * @see https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator
 */
function writeRss(feed: Feed): string {
  const copy = new Feed(feed.options)
  for (const { author = [], extensions = [], ...item } of feed.items) {
    const creators = author.map(({ name }) => ({ name: 'dc:creator', objects: { _text: name ?? '' } }))
    copy.addItem({ ...item, extensions: [...extensions, ...creators] })
  }
  return nameCss(copy.rss2())
}

/** The library takes every style sheet for XSLT, which browsers no longer run. */
function nameCss(xml: string): string {
  return xml.replace(/(<\?xml-stylesheet [^>]*)type="text\/xsl"/, '$1type="text/css"')
}

interface FeedFormat {
  /** Media type without its charset. */
  type: string
  write: (feed: Feed) => string
}
