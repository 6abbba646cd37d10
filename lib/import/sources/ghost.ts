import { z } from 'zod'
import type { ExportSource, ImportedPost } from '../imported-post'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined)
const id = z.union([z.string(), z.number()]).transform(String)
const join = z
  .array(
    z.object({
      post_id: id,
      tag_id: id.optional(),
      author_id: id.optional(),
      sort_order: z.number().optional(),
    }),
  )
  .catch([])

/** @see https://ghost.org/docs/migration/custom/ (the format is the same in both directions) */
const data = z.object({
  posts: z.array(
    z.object({
      id,
      title: z.string().catch('Untitled'),
      slug: z.string().catch(''),
      html: text,
      mobiledoc: text,
      markdown: text,
      status: z.string().catch('draft'),
      type: text,
      page: z.union([z.boolean(), z.number()]).optional().catch(undefined),
      published_at: z.union([z.string(), z.number()]).nullish(),
      created_at: z.union([z.string(), z.number()]).nullish(),
      updated_at: z.union([z.string(), z.number()]).nullish(),
      custom_excerpt: text,
      meta_description: text,
      feature_image: text,
      image: text,
      author_id: id.optional().catch(undefined),
      locale: text,
      canonical_url: text,
      visibility: text,
    }),
  ),
  tags: z.array(z.object({ id, name: z.string() })).catch([]),
  posts_tags: join,
  users: z.array(z.object({ id, name: z.string() })).catch([]),
  posts_authors: join,
  posts_meta: z.array(z.object({ post_id: id, meta_description: text })).catch([]),
  settings: z.array(z.object({ key: z.string(), value: z.unknown() })).catch([]),
})

const ghost = z.union([
  z.object({ db: z.array(z.object({ data })).min(1) }).transform(({ db }) => db[0]?.data),
  z.object({ data }).transform((file) => file.data),
])

/** @returns undefined if the JSON is not an export of Ghost */
export function openGhost(json: unknown): ExportSource | undefined {
  const parsed = ghost.safeParse(json)
  const found = parsed.data
  if (!found) return undefined
  const members = found.posts.filter(({ visibility }) => visibility && visibility !== 'public').length
  return {
    label: 'a Ghost export',
    name: 'ghost',
    left: members > 0 ? [`the access control of ${members} posts for members: they are drafts now`] : [],
    async *posts() {
      for (const post of found.posts) yield readPost(post, found)
    },
  }
}

function readPost(
  post: Data['posts'][number],
  { tags, posts_tags, users, posts_authors, posts_meta }: Data,
): ImportedPost {
  const isPage = post.type === 'page' || post.page === true || post.page === 1
  const isPublic =
    ['published', 'scheduled', 'sent'].includes(post.status) && (post.visibility ?? 'public') === 'public'
  const names = (ids: string[], list: { id: string; name: string }[]) =>
    ids.flatMap((each) => list.find((item) => item.id === each)?.name ?? [])
  const inOrder = (rows: Data['posts_tags']) =>
    rows
      .filter(({ post_id }) => post_id === post.id)
      .sort((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0))
  const authors = names(
    inOrder(posts_authors).flatMap(({ author_id }) => author_id ?? []),
    users,
  )
  const summary =
    post.custom_excerpt ??
    post.meta_description ??
    posts_meta.find(({ post_id }) => post_id === post.id)?.meta_description
  const image = post.feature_image ?? post.image
  const date = post.published_at ?? post.created_at
  return {
    kind: isPage ? 'page' : 'post',
    title: post.title,
    slug: post.slug,
    ...(date && { date: readDate(date) }),
    ...(post.updated_at && post.status === 'published' && { updated: readDate(post.updated_at) }),
    draft: !isPublic,
    // `#name` is an internal tag, which readers never saw.
    tags: names(
      inOrder(posts_tags).flatMap(({ tag_id }) => tag_id ?? []),
      tags,
    ).filter((name) => !name.startsWith('#')),
    authors: authors.length > 0 ? authors : names(post.author_id ? [post.author_id] : [], users),
    ...(summary && { summary }),
    ...(image && { image: withoutPlaceholder(image) }),
    ...(post.canonical_url && { canonical: post.canonical_url }),
    ...(post.locale && { lang: post.locale }),
    url: `/${post.slug}/`,
    body: readBody(post),
  }
}

/** Old versions wrote Markdown, then Mobiledoc with one Markdown card; all later ones include the HTML too. */
function readBody({ html, markdown, mobiledoc }: Data['posts'][number]): ImportedPost['body'] {
  const card = /^\{/.test(mobiledoc ?? '') ? markdownCard(mobiledoc ?? '') : undefined
  const own = markdown ?? card
  return own === undefined ? { html: withoutPlaceholder(html ?? '') } : { markdown: withoutPlaceholder(own) }
}

const mobiledocFile = z.object({
  cards: z.array(z.tuple([z.string(), z.looseObject({ markdown: z.string().optional() })])),
  sections: z.array(z.array(z.unknown())),
})

/** @returns the Markdown of a document that is a single Markdown card */
function markdownCard(mobiledoc: string): string | undefined {
  try {
    const { cards, sections } = mobiledocFile.parse(JSON.parse(mobiledoc))
    const [card] = cards
    // Section kind 10 is a card.
    const isAlone =
      cards.length === 1 && sections.filter(([kind]) => kind === 10).length === 1 && sections.length <= 2
    return isAlone && card && /markdown/.test(card[0]) ? card[1].markdown : undefined
  } catch {
    return undefined
  }
}

/** The export writes this instead of the blog's URL. */
function withoutPlaceholder(value: string): string {
  return value.replaceAll('__GHOST_URL__', '')
}

/** ISO 8601 in UTC, or milliseconds since 1970 in exports before 1.0. */
function readDate(date: string | number): string {
  return typeof date === 'number' ? new Date(date).toISOString() : date
}

type Data = z.infer<typeof data>
