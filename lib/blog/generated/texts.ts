import type { Page as PageDocument, Post as PostDocument } from 'contentlayer/generated'
import type { Rendered } from '../../model/rendered'
import type { Text } from '../body/resolve-body'

// The only importer of Contentlayer's documents. Lazy: `_index.json` holds every text at once (250 MB for 5,000
// posts), so each text is a module of its own, read when its page is rendered.
const posts = import.meta.glob<Stored<PostDocument>>(
  ['../../../.contentlayer/generated/Post/*.json', '!../../../.contentlayer/generated/Post/_index.json'],
  { import: 'default' },
)
const pages = import.meta.glob<Stored<PageDocument>>(
  ['../../../.contentlayer/generated/Page/*.json', '!../../../.contentlayer/generated/Page/_index.json'],
  { import: 'default' },
)

/**
 * The rendered text of a document.
 * @throws where Contentlayer has generated none
 */
export async function readText(kind: 'post' | 'page', slug: string): Promise<Text> {
  // Contentlayer's file name for `posts/<slug>.md`, which never begins with a digit.
  const read =
    kind === 'post'
      ? posts[`../../../.contentlayer/generated/Post/posts__${slug}.md.json`]
      : pages[`../../../.contentlayer/generated/Page/pages__${slug}.md.json`]
  if (!read)
    throw new Error(`Contentlayer has generated no ${kind} “${slug}”. Run \`npm run generate\` again.`)
  const { body, _raw } = await read()
  return { html: body.html, toc: _raw.rendered.toc }
}

/** `_raw` holds what the Markdown pipeline returned in the same pass. */
type Stored<Document> = Document & { _raw: { rendered: Rendered } }
