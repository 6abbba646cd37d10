import type { IndexedPost } from '../model/content-index'
import type { Site } from '../model/document'
import type { PostSummary } from '../model/post'
import { postUrl } from '../urls/list-urls'
import { toImage } from './body/image'
import { minutesToRead } from './reading-time'
import { toTags } from './tag'
import { isScheduled, type Moment } from './visibility'

/** What lists know about a post, from what the index knows. */
export function toSummary(
  post: IndexedPost,
  site: Pick<Site, 'author' | 'language'>,
  moment: Moment,
): PostSummary {
  return {
    slug: post.slug,
    url: postUrl(post.slug),
    title: post.title,
    date: post.date,
    updated: post.updated,
    summary: post.summary ?? post.preamble ?? post.excerpt,
    tags: toTags(post.tags),
    series: post.series,
    authors: post.authors.length > 0 ? post.authors : [site.author],
    lang: post.lang ?? site.language,
    draft: post.draft,
    scheduled: isScheduled(post, moment),
    minutes: post.readTime ? minutesToRead(post.words) : undefined,
    image: toImage(post.image, post.pictures),
  }
}
