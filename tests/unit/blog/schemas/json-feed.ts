import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ })

/** RFC 3339. */
const date = z.iso.datetime({ offset: true })

const author = z
  .strictObject({ name: z.string().optional(), url: url.optional(), avatar: url.optional() })
  .refine((fields) => Object.keys(fields).length > 0, 'an author has at least one of name, url, avatar')

/** JSON Feed 1.1, written from https://www.jsonfeed.org/version/1.1/. Extensions begin with an underscore. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: url.optional(),
  feed_url: url.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: url.optional(),
  icon: url.optional(),
  favicon: url.optional(),
  authors: z.array(author).optional(),
  language: z.string().optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.strictObject({ type: z.string(), url })).optional(),
  items: z.array(
    z
      .strictObject({
        id: z.string().min(1),
        url: url.optional(),
        external_url: url.optional(),
        title: z.string().optional(),
        content_html: z.string().optional(),
        content_text: z.string().optional(),
        summary: z.string().optional(),
        image: url.optional(),
        banner_image: url.optional(),
        date_published: date.optional(),
        date_modified: date.optional(),
        authors: z.array(author).optional(),
        tags: z.array(z.string()).optional(),
        language: z.string().optional(),
        attachments: z.array(z.unknown()).optional(),
      })
      .refine(
        ({ content_html, content_text }) => content_html !== undefined || content_text !== undefined,
        'an item has a text',
      ),
  ),
})
