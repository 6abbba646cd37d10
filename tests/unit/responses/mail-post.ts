import { fromHtml } from 'hast-util-from-html'
import { renderMarkdown } from '@/lib/markdown/render'
import type { Post } from '@/lib/model/post'

/** The sender and the site of an e-mail. */
export const SENDER = {
  from: 'Notebook <post@blog.example>',
  origin: 'https://blog.example',
  title: 'Notebook',
}

/** A post with this text. */
export const postOf = async (markdown: string): Promise<Post> => ({
  slug: 'hello',
  url: '/posts/hello',
  title: 'Hello <world>',
  summary: '',
  tags: [],
  categories: [],
  authors: [],
  lang: 'en',
  draft: false,
  scheduled: false,
  pinned: false,
  body: fromHtml((await renderMarkdown(markdown)).html, { fragment: true }),
  toc: [],
  features: [],
  file: 'hello.md',
})
