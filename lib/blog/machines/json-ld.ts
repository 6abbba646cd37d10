import type { IndexedSite } from '../../model/content-index'
import type { Image, Post } from '../../model/post'

/**
 * Structured data of a post for search engines: the post, its authors, and its place in the site.
 * @param image the one that the post is shared with
 * @returns JSON that is safe within `<script>`: an author's text cannot end the element
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function jsonLdOf(site: IndexedSite, post: Post, image?: Image): string {
  const absolute = (url: string) => new URL(url, site.url).href
  const graph = [
    {
      '@type': 'BlogPosting',
      headline: post.title,
      url: absolute(post.url),
      datePublished: post.date,
      dateModified: post.updated,
      inLanguage: post.lang,
      image: image && absolute(image.url),
      author: post.authors.map(({ name, url = name === site.author.name ? site.author.url : undefined }) => ({
        '@type': 'Person',
        name,
        url,
      })),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: site.title, item: absolute('/') },
        { '@type': 'ListItem', position: 2, name: post.title },
      ],
    },
  ]
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}
