import { z } from 'zod'
import type { ExportSource, ImportedPost } from '../imported-post'

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)

/** @see https://developers.forem.com/api/v1#tag/articles (the export is the same list) */
const devto = z.array(
  z.object({
    title: z.string(),
    slug: text,
    body_markdown: z.string(),
    description: text,
    published_at: text,
    published: z.boolean().optional(),
    created_at: text,
    edited_at: text,
    tag_list: z.union([z.array(z.string()), z.string()]).optional(),
    cached_tag_list: text,
    main_image: text,
    cover_image: text,
    canonical_url: text,
    path: text,
    user: z.object({ name: text }).optional(),
  }),
)

/** The list that Hashnode's "export all your articles" gives. */
const hashnode = z.object({
  posts: z.array(
    z.object({
      title: z.string(),
      slug: z.string(),
      contentMarkdown: z.string(),
      brief: text,
      dateAdded: text,
      dateUpdated: text,
      isActive: z.boolean().optional(),
      coverImage: text,
      originalArticleURL: text,
      tags: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).catch([]),
      series: z.looseObject({ name: z.string() }).nullish().catch(undefined),
    }),
  ),
})

/** @returns undefined if the JSON is not an export of dev.to */
export function openDevto(json: unknown): ExportSource | undefined {
  const { data } = devto.safeParse(json)
  if (!data || data.length === 0) return undefined
  return {
    label: 'a dev.to export',
    name: 'devto',
    left: [],
    async *posts() {
      for (const each of data) {
        const tags = each.tag_list ?? each.cached_tag_list ?? []
        yield article({
          title: each.title,
          slug: each.slug ?? '',
          date: each.published_at ?? each.created_at,
          updated: each.edited_at,
          draft: each.published === false || !each.published_at,
          tags: typeof tags === 'string' ? tags.split(',').map((tag) => tag.trim()) : tags,
          summary: each.description,
          image: each.main_image ?? each.cover_image,
          canonical:
            each.canonical_url && !each.canonical_url.startsWith('https://dev.to/')
              ? each.canonical_url
              : undefined,
          url: each.path ?? (each.slug && `/${each.slug}`),
          authors: each.user?.name ? [each.user.name] : [],
          markdown: each.body_markdown,
        })
      }
    },
  }
}

/** @returns undefined if the JSON is not an export of Hashnode */
export function openHashnode(json: unknown): ExportSource | undefined {
  const { data } = hashnode.safeParse(json)
  if (!data) return undefined
  return {
    label: 'a Hashnode export',
    name: 'hashnode',
    left: [],
    async *posts() {
      for (const each of data.posts) {
        yield article({
          title: each.title,
          slug: each.slug,
          date: each.dateAdded,
          updated: each.dateUpdated,
          draft: each.isActive === false,
          tags: each.tags.map((tag) => (typeof tag === 'string' ? tag : tag.name)),
          summary: each.brief,
          image: each.coverImage,
          canonical: each.originalArticleURL,
          url: `/${each.slug}`,
          series: each.series?.name,
          authors: [],
          markdown: each.contentMarkdown,
        })
      }
    },
  }
}

function article({ markdown, ...post }: Article): ImportedPost {
  const given = Object.entries(post).filter(([, value]) => value !== undefined && value !== '')
  const tags = post.tags.filter(Boolean)
  return {
    title: post.title,
    slug: post.slug,
    draft: post.draft,
    authors: post.authors,
    ...Object.fromEntries(given),
    kind: 'post',
    tags,
    body: { markdown },
  }
}

type Optional = 'date' | 'updated' | 'summary' | 'image' | 'canonical' | 'url' | 'series'
type Article = Omit<ImportedPost, 'kind' | 'body' | Optional> & { [K in Optional]?: string | undefined } & {
  markdown: string
}
