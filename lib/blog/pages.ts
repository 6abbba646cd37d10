import { showsDrafts } from '../environment.js'
import type { IndexedPage, IndexedSite } from '../model/content-index'
import type { Page } from '../model/post'
import { pageUrl } from '../urls/list-urls'
import type { Moment } from '../visibility'
import { toImage } from './body/image'
import { type BodySources, readBody } from './body/resolve-body'

/** The published pages of `content/pages`, by title. */
export function selectPages(
  pages: readonly IndexedPage[],
  { language }: Pick<IndexedSite, 'language'>,
  { environment }: Pick<Moment, 'environment'>,
): IndexedPage[] {
  const collator = new Intl.Collator(language)
  return pages
    .filter(({ draft }) => !draft || showsDrafts(environment))
    .sort((a, b) => collator.compare(a.title, b.title))
}

/** A page with its text. */
export async function readPage(
  indexed: IndexedPage,
  { language }: Pick<IndexedSite, 'language'>,
  sources: BodySources,
): Promise<Page> {
  const { html, toc } = await sources.readText(indexed.textKey)
  return {
    slug: indexed.slug,
    url: pageUrl(indexed.slug),
    title: indexed.title,
    summary: indexed.summary ?? indexed.excerpt,
    updated: indexed.updated,
    lang: indexed.lang ?? language,
    draft: indexed.draft,
    image: toImage(indexed.image, indexed.pictures),
    body: await readBody(html, indexed, sources.findSnapshot),
    toc: indexed.toc ? toc : [],
    features: indexed.features,
    file: indexed.file,
  }
}
