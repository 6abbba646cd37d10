import { createBlog } from '@/lib/blog/create-blog'
import type { Blog } from '@/lib/blog/queries'
import type { ContentIndex, IndexedPage, IndexedPost, IndexedSite } from '@/lib/model/content-index'

/** The time of every blog made here. */
export const NOW = Date.UTC(2026, 5, 15)

/** A blog with these documents, as readers see it. */
export function makeBlog({
  posts = [],
  pages = [],
  site,
  environment,
  texts = {},
  ...rest
}: Parts = {}): Blog {
  const index: ContentIndex = {
    site: { ...makeSite(), ...site },
    posts: posts.map(makePost),
    pages: pages.map(makePage),
    guessedAddresses: {},
    movedUrls: {},
    oldTermUrls: [],
    ...rest,
  }
  return createBlog(index, {
    now: NOW,
    environment: environment ?? { NODE_ENV: 'production' },
    sources: {
      readText: async (key) => ({ html: texts[key] ?? `<p>The text of ${key}.</p>`, toc: [] }),
      findSnapshot: async () => undefined,
    },
  })
}

export function makePost(fields: Partial<IndexedPost> & { slug: string }): IndexedPost {
  return {
    title: `The title of ${fields.slug}`,
    tags: [],
    categories: [],
    authors: [],
    draft: false,
    pinned: false,
    toc: true,
    readTime: true,
    aliases: [],
    extra: {},
    ...indexed(fields.slug),
    ...fields,
  }
}

function makePage(fields: Partial<IndexedPage> & { slug: string }): IndexedPage {
  return {
    title: `The title of ${fields.slug}`,
    draft: false,
    toc: true,
    extra: {},
    ...indexed(fields.slug),
    ...fields,
  }
}

function makeSite(): IndexedSite {
  return {
    title: 'The Lock',
    description: 'Notes from a lock.',
    url: 'https://lock.example',
    author: { name: 'Mira' },
    language: 'en-GB',
    timeZone: 'UTC',
    nav: [],
    social: [],
    intro: '',
    introduction: '<p>Hello.</p>',
    defaults: { toc: true, readTime: true, math: true, autonumber: false },
    smartPunctuation: true,
    embeds: 'online',
    html: 'trusted',
    tags: {},
    allow: { scripts: [], frames: [], images: [], connect: [] },
    ...indexed('site'),
  }
}

function indexed(slug: string) {
  return {
    file: `content/${slug}.md`,
    textKey: slug,
    snapshots: [],
    words: 213,
    excerpt: `The text of ${slug}.`,
    opening: `The text of ${slug}.`,
    features: [],
    links: {},
    pictures: {},
  }
}

interface Parts extends Partial<Pick<ContentIndex, 'guessedAddresses' | 'movedUrls' | 'oldTermUrls'>> {
  posts?: (Partial<IndexedPost> & { slug: string })[]
  pages?: (Partial<IndexedPage> & { slug: string })[]
  site?: Partial<IndexedSite>
  environment?: Record<string, string>
  /** HTML by slug. */
  texts?: Record<string, string>
}
