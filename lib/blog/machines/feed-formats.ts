import { Feed } from 'feed'

/**
 * RSS and Atom are served as plain XML: Chromium shows `application/rss+xml` and `application/atom+xml` as text, without
 * the style sheet. Feed readers find a feed by the type in the `<link>` of a page, which is the specific one.
 */
export const FEED_TYPE = 'application/xml'

/** The formats of a feed, by the last segment of its URL. */
export const FEED_FORMATS = new Map<string, FeedFormat>([
  ['rss.xml', { type: FEED_TYPE, write: writeRss }],
  ['atom.xml', { type: FEED_TYPE, write: writeAtom }],
  ['feed.json', { type: 'application/feed+json', write: writeJson }],
])

/**
 * RSS requires an e-mail address in `<author>`, which we do not publish; `<dc:creator>` holds a name.
 * @see https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator
 */
function writeRss(feed: Feed): string {
  const copy = new Feed(copyFeed(feed).options)
  for (const { author = [], extensions = [], ...item } of copyFeed(feed).items) {
    const creators = author.map(({ name }) => ({ name: 'dc:creator', objects: { _text: name ?? '' } }))
    copy.addItem({ ...item, extensions: [...extensions, ...creators] })
  }
  return completeXml(copy.rss2())
}

/**
 * The library writes JSON Feed 1.0, which knows one author and neither language nor hub.
 * @see https://www.jsonfeed.org/version/1.1/
 */
function writeJson(feed: Feed): string {
  const { author, items, ...rest }: JsonFeed = JSON.parse(copyFeed(feed, JSON_TEXTS).json1())
  const { language, hub } = feed.options
  return JSON.stringify(
    {
      ...rest,
      version: 'https://jsonfeed.org/version/1.1',
      ...(author === undefined ? {} : { authors: [author] }),
      language,
      ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
      items: items.map(({ author: _, ...item }, at) => ({
        ...item,
        authors: feed.items[at]?.author?.map(({ name, link }) => ({ name, url: link })),
      })),
    },
    undefined,
    4,
  )
}

/** Writes a feed as Atom. The library says that titles and summaries are HTML. Ours are plain text, which may mention `<script>`. */
export function writeAtom(feed: Feed): string {
  return completeXml(
    copyFeed(feed)
      .atom1()
      .replace(/<(title|summary) type="html">/g, '<$1 type="text">'),
  )
}

/**
 * A copy whose texts the library writes unchanged. By itself it only splits a text at the first `]]>`, and reads
 * `&amp;` in a text as `&` before it escapes it.
 */
function copyFeed(feed: Feed, writing: Escape = XML): Feed {
  const { title, description = '' } = feed.options
  const { text, cdata } = writing
  const copy = new Feed({ ...feed.options, title: text(title), description: text(description) })
  for (const item of feed.items) {
    copy.addItem({
      ...item,
      title: cdata(item.title),
      ...(item.description && { description: cdata(item.description) }),
      ...(item.content && { content: item.content.replaceAll(']]>', ']]&gt;') }),
      ...(item.author && {
        author: item.author.map((author) => ({ ...author, name: text(author.name ?? '') })),
      }),
      ...(item.category && {
        category: item.category.map(({ name = '', ...category }) => ({
          ...category,
          name: cdata(name),
          // Atom demands a term, and only knows the library's name as a label.
          term: cdata(name),
        })),
      }),
    })
  }
  return copy
}

const XML: Escape = {
  text: (text) => text.replaceAll('&amp;', '&amp;amp;').replaceAll(']]>', ']] >'),
  cdata: (text) => text.replaceAll(']]>', ']] >'),
}

const JSON_TEXTS: Escape = { text: (text) => text, cdata: (text) => text }

/**
 * XML cannot hold control characters and halves of surrogate pairs, not even escaped: a feed with one of them is read by
 * nobody.
 * @see https://www.w3.org/TR/xml/#charsets
 */
function completeXml(xml: string): string {
  const escaped = xml.replace(
    /<category (?:\w+="[^"]*"\s*)+/g,
    (tag) => `<${tag.slice(1).replaceAll('<', '&lt;')}`,
  )
  return nameCss(escaped.replaceAll(NOT_XML, '\uFFFD'))
}

const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The library assumes that every style sheet is XSLT, which browsers no longer support. */
function nameCss(xml: string): string {
  return xml.replace(/(<\?xml-stylesheet [^>]*)type="text\/xsl"/, '$1type="text/css"')
}

/** What the library writes: objects with an author each. */
interface JsonFeed {
  [key: string]: unknown
  author?: unknown
  items: { [key: string]: unknown; author?: unknown }[]
}

/** Prepares a text so that the library writes it unchanged. */
interface Escape {
  /** Titles and descriptions of the whole feed, and names. */
  text: (text: string) => string
  /** Titles and descriptions of posts. */
  cdata: (text: string) => string
}

interface FeedFormat {
  /** Media type without its charset. */
  type: string
  write: (feed: Feed) => string
}
