import { readBody } from '../../blog/body/resolve-body'
import { findSnapshot } from '../../blog/generated/snapshots'
import { readText } from '../../blog/generated/texts'
import { toFeedHtml } from '../../blog/machines/feed-html'
import { toMarkdownText } from '../../blog/machines/markdown-text'
import type { References } from '../../model/content-index'
import type { Post } from '../../model/post'

/** What a worker thread does, for one post after the other. Bundled by `bundle-code.ts`. */
export default async function writeMachineTexts({ site, post, textKey, references }: MachineTask) {
  const { html } = await readText(textKey)
  const body = await readBody(html, references, findSnapshot)
  const texts: MachineTexts = {
    markdown: await toMarkdownText(site, { ...post, body }),
    feed: toFeedHtml(body, new URL(post.url, site.url).href),
  }
  return texts
}

/** All that the texts of a post depend on, beside what it embeds. */
export interface MachineTask {
  site: { url: string }
  post: Pick<Post, 'url' | 'title' | 'authors' | 'date'>
  textKey: string
  references: References
}

/** A post for programs. */
export interface MachineTexts {
  /** As Markdown: `/posts/<slug>.md`. */
  markdown: string
  /** As HTML for feeds. */
  feed: string
}
