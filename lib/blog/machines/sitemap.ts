import type { MetadataRoute } from 'next'
import type { Lists } from '../lists/lists'
import type { Blog } from '../queries'

/** Every page with the day it last changed: for a list, the day of the post that changed last. */
export function describeSitemap(blog: Blog): MetadataRoute.Sitemap {
  const absolute = (path: string) => new URL(path, blog.site.url).href
  const languagesOf = (translations: readonly { lang: string; url: string }[]) => {
    if (translations.length < 2) return {}
    const languages = Object.fromEntries(translations.map(({ lang, url }) => [lang, absolute(url)]))
    return { alternates: { languages } }
  }
  const all = blog.listPosts()
  const lists = blog.listSections().flatMap(listPages)
  return [
    ...lists.map(({ url, posts }) => ({ url: absolute(url), lastModified: newest(posts) })),
    ...[
      ...blog.listSections().map(({ prefix }) => `${prefix}/tags`),
      ...blog.listPages().map(({ url }) => url),
    ].map((url) => ({ url: absolute(url) })),
    ...all.map((post) => ({
      url: absolute(post.url),
      lastModified: newest([post]),
      ...(post.image && { images: [escapeXml(absolute(post.image.url))] }),
      ...languagesOf(blog.listTranslations(post)),
    })),
  ]
}

/** The pages of one language's lists. */
function listPages(lists: Lists) {
  return [
    ...[lists.prefix || '/', `${lists.prefix}/posts`].map((url) => ({ url, posts: lists.posts() })),
    ...lists.paginatePosts().slice(1),
    ...lists.listYears(),
    ...lists.listSeries().map(({ series, posts }) => ({ url: series.url, posts })),
    ...(['tags', 'categories', 'authors'] as const).flatMap((kind) =>
      lists.listTermSlugs(kind).flatMap((slug) => {
        const list = lists.getTermList(kind, slug)
        const numbered = list?.numbers.flatMap(
          (number) => lists.getTermList(kind, slug, String(number)) ?? [],
        )
        return [list, ...(numbered ?? [])].flatMap((each) => each?.page ?? [])
      }),
    ),
  ]
}

function newest(posts: readonly { date?: string; updated?: string }[]): string | undefined {
  return posts
    .flatMap(({ date, updated }) => (updated ?? date)?.slice(0, 10) ?? [])
    .sort()
    .at(-1)
}

/** Next does not escape the URLs of pictures. */
function escapeXml(url: string): string {
  return url.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
