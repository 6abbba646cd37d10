/**
 * A WordPress export in the format of `export_wp()` (WXR 1.2), with its peculiarities.
 * @see https://developer.wordpress.org/reference/functions/export_wp/
 * @param count of ordinary posts
 * @param more items
 */
export function wordpressExport(count: number, ...more: string[]): string {
  const posts = Array.from({ length: count }, (_, index) =>
    wordpressItem({
      id: index + 1,
      title: `Tide &amp; gate ${index}`,
      slug: `tide-${index}`,
      content: `The tide came in at gate ${index}.\n\nThen it went out.`,
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>The lock</title>
  <wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_site_url>https://lock.example</wp:base_site_url>
  <wp:base_blog_url>https://lock.example</wp:base_blog_url>
  <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[keeper]]></wp:author_login><wp:author_display_name><![CDATA[The Keeper]]></wp:author_display_name></wp:author>
${[...posts, ...more].join('\n')}
</channel>
</rss>
`
}

/** One item, by default a post. */
export function wordpressItem(item: Item): string {
  const { id, title, slug, content, type = 'post', status = 'publish', creator = 'keeper', extra = '' } = item
  const link = item.link ?? `https://lock.example/2015/06/${slug}/`
  return `<item>
  <title>${title}</title>
  <link>${link}</link>
  <dc:creator><![CDATA[${creator}]]></dc:creator>
  <content:encoded><![CDATA[${content}]]></content:encoded>
  <excerpt:encoded><![CDATA[]]></excerpt:encoded>
  <wp:post_id>${id}</wp:post_id>
  <wp:post_date><![CDATA[2015-06-07 08:09:10]]></wp:post_date>
  <wp:post_date_gmt><![CDATA[${status === 'draft' ? '0000-00-00 00:00:00' : '2015-06-07 06:09:10'}]]></wp:post_date_gmt>
  <wp:post_name><![CDATA[${slug}]]></wp:post_name>
  <wp:status><![CDATA[${status}]]></wp:status>
  <wp:post_type><![CDATA[${type}]]></wp:post_type>
  ${extra}
</item>`
}

interface Item {
  id: number
  title: string
  slug: string
  content: string
  type?: string
  status?: string
  creator?: string
  link?: string
  /** Further elements. */
  extra?: string
}
