import { curlQuotes } from '../markdown/elements/remark-smart-punctuation'
import type { IndexedPost } from '../model/content-index'
import type { Site } from '../model/document'
import type { PostSummary } from '../model/post'
import { categoryUrl, postUrl, tagUrl } from '../urls/list-urls'
import { isScheduled, type Moment } from '../visibility'
import { toImage } from './body/image'
import { toTerms } from './lists/term'
import { minutesToRead } from './reading-time'

/**
 * The summary of a post for lists, made from the index.
 * @param prefix of the URLs of the lists in its language
 */
export function toSummary(
  post: IndexedPost,
  site: Pick<Site, 'author' | 'language' | 'responses' | 'smartPunctuation'>,
  moment: Moment,
  prefix = '',
): PostSummary {
  return {
    slug: post.slug,
    url: postUrl(post.slug),
    title: site.smartPunctuation ? curlQuotes(post.title, post.lang ?? site.language) : post.title,
    date: post.date,
    updated: post.updated,
    summary: post.summary ?? post.preamble ?? post.excerpt,
    tags: toTerms(post.tags, (slug) => tagUrl(slug, prefix)),
    categories: toTerms(post.categories, (slug) => categoryUrl(slug, prefix)),
    series: post.series,
    authors: post.authors.length > 0 ? post.authors : [site.author],
    lang: post.lang ?? site.language,
    pinned: post.pinned,
    translationKey: post.translationKey,
    draft: post.draft,
    scheduled: isScheduled(post, moment),
    minutes: post.readTime ? minutesToRead(post.words) : undefined,
    image: toImage(post.image, post.pictures),
    ...((site.responses?.likes || site.responses?.views) && { reactions: true }),
  }
}
