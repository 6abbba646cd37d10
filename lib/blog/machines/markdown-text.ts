import type { Element, Root as HtmlRoot } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Html, Root } from 'mdast'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { IndexedSite } from '../../model/content-index'
import type { Post } from '../../model/post'
import { wellFormed } from '../../model/well-formed'
import { toFeedTree } from './feed-html'

/**
 * A post as plain Markdown, whatever dialect it was written in: for programs that read text, and for people who copy.
 * Made from the HTML of feeds, so embeds are quotations or links and URLs are absolute.
 */
export async function toMarkdownText(
  site: Pick<IndexedSite, 'url'>,
  post: Pick<Post, 'url' | 'title' | 'authors' | 'date' | 'body'>,
): Promise<string> {
  const url = new URL(post.url, site.url).href
  const processor = unified()
    .use(rehypeRemark, { handlers: { 'x-tex': writeFormula } })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', fences: true })
  const tree: HtmlRoot = toFeedTree(post.body, url, 'tex')
  const body = processor.stringify(await processor.run(tree))
  const authors = escapeText(post.authors.map(({ name }) => name).join(', '))
  const facts = [authors, post.date?.slice(0, 10), url].filter(Boolean)
  return `# ${escapeText(post.title)}\n\n${facts.join(' · ')}\n\n${body}`
}

/** Not text nodes: Markdown would escape the notation of a formula. */
function writeFormula(_state: unknown, element: Element): Html {
  return { type: 'html', value: `$${textOf(element)}$` }
}

/**
 * Describes the site and lists its texts, for language models.
 * @see https://llmstxt.org/
 */
export function toLlmsText(
  site: IndexedSite,
  posts: readonly { title: string; url: string; summary: string }[],
): string {
  const list = posts.map(({ title, url, summary }) => {
    const link = `- [${escapeText(title).replaceAll(/(?<!\\)\]/g, '\\]')}](${new URL(url, site.url).href}.md)`
    return summary === '' ? link : `${link}: ${escapeText(summary)}`
  })
  const [title, description] = [site.title, site.description || site.title].map(escapeText)
  return `# ${title}\n\n> ${description}\n\n## Posts\n\n${list.join('\n')}\n`
}

/** Plain text as one line of Markdown: no character in it starts a link, HTML or a block. */
function escapeText(text: string): string {
  const line = wellFormed(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
  const paragraph: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
  }
  return unified().use(remarkGfm).use(remarkStringify).stringify(paragraph).replaceAll('\n', ' ').trim()
}
