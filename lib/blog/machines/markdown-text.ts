import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Html } from 'mdast'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { IndexedSite } from '../../model/content-index'
import type { Post } from '../../model/post'
import { toFeedTree } from './feed-html'

/**
 * A post as plain Markdown, whatever dialect it was written in: for programs that read text, and for people who copy.
 * Made of what feeds carry, so embeds are quotations or links and URLs are complete.
 */
export async function toMarkdownText(site: IndexedSite, post: Post): Promise<string> {
  const url = new URL(post.url, site.url).href
  const processor = unified()
    .use(rehypeRemark, { handlers: { 'x-tex': writeFormula } })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', fences: true })
  const tree: Root = toFeedTree(post.body, url, 'tex')
  const body = processor.stringify(await processor.run(tree))
  const facts = [post.authors.map(({ name }) => name).join(', '), post.date?.slice(0, 10), url].filter(
    Boolean,
  )
  return `# ${post.title}\n\n${facts.join(' · ')}\n\n${body}`
}

/** Not text: Markdown would escape what is notation in a formula. */
function writeFormula(_state: unknown, element: Element): Html {
  return { type: 'html', value: `$${textOf(element)}$` }
}

/**
 * What the site is and where its texts are, for language models.
 * @see https://llmstxt.org/
 */
export function toLlmsText(
  site: IndexedSite,
  posts: readonly { title: string; url: string; summary: string }[],
): string {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  const list = posts.map(({ title, url, summary }) => {
    const link = `- [${line(title).replace(/[[\]\\]/g, '\\$&')}](${new URL(url, site.url).href}.md)`
    return summary === '' ? link : `${link}: ${line(summary)}`
  })
  return `# ${line(site.title)}\n\n> ${line(site.description || site.title)}\n\n## Posts\n\n${list.join('\n')}\n`
}
