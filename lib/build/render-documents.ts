import type { StoredDocuments } from '../references/documents'
import type { Staged } from '../staging/stage'
import type { TextDone, TextRenderer } from './texts/render-texts'

/** Renders all texts of a site. @param onText called after each text that was not cached */
export async function renderDocuments(
  renderer: TextRenderer,
  { posts, pages, site }: Staged['texts'],
  onText?: (done: TextDone) => void,
): Promise<StoredDocuments> {
  const [renderedSite] = await renderer.render([site])
  if (!renderedSite) throw new Error('The site itself was not rendered.')
  return {
    posts: await renderer.render(posts, onText),
    pages: await renderer.render(pages, onText),
    site: { ...renderedSite, html: await renderer.readHtml(renderedSite) },
  }
}
