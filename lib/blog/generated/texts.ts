import type { Page, Post } from 'contentlayer/generated'
import type { Rendered } from '../../model/rendered'
import type { Text } from '../body/resolve-body'
import { findGenerated } from './read-generated'

/**
 * The rendered text of a document, read when its page is rendered: all of them together may be larger than memory.
 * @throws where there is none: the index and the texts belong to different runs
 */
export async function readText(kind: 'post' | 'page', slug: string): Promise<Text> {
  // Contentlayer's file name for `posts/<slug>.md`.
  const path = `.contentlayer/generated/${kind === 'post' ? 'Post/posts' : 'Page/pages'}__${slug}.md.json`
  const document = await findGenerated<Stored<Page | Post>>(path)
  if (!document) throw new Error(`There is no ${path}. Run \`npm run generate\` again.`)
  return { html: document.body.html, toc: document._raw.rendered.toc }
}

/** `_raw` holds what the Markdown pipeline returned in the same pass. */
type Stored<Document> = Document & { _raw: { rendered: Rendered } }
