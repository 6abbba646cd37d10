import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import { createBlog } from '../../blog/create-blog'
import { readGenerated } from '../../blog/generated/read-generated'
import { findSnapshot } from '../../blog/generated/snapshots'
import { readText, readTextSections } from '../../blog/generated/texts'
import type { Blog } from '../../blog/queries'
import type { BuildMoment } from '../../model/build-moment'
import type { ContentIndex } from '../../model/content-index'
import { PublicFiles } from '../../public-files'
import { listFilterChoices } from '../../search/filter-choices'
import { readSections, type SearchDocument, toSearchDocument } from '../../search/search-document'
import { workspace } from '../../workspace'
import { writeFileAtomic } from '../../write-file'
import { bundleCode } from '../texts/bundle-code'
import { writeDialog } from './dialog-files'
import { writePagefind } from './pagefind'
import { findRelatedPosts } from './related-posts'
import { writeSearchDocuments } from './search-documents'

/**
 * Makes everything that search needs, from published posts only: Pagefind's index in `public/_quire/search-<hash>/`,
 * the documents that `/search` reads in `.quire/search/search-<hash>/`, and related posts in `.quire/related.json`.
 * Runs after `generate`, in the project's folder. What belongs to the same documents is not made again.
 * @param projectDir absolute path of the folder that holds package.json
 * @returns the number of documents, and `indexed`, which ends when Pagefind's index is written: pages do not read it,
 *   so it may be written while they are rendered. To be awaited before publishing.
 */
export async function buildSearchIndex(
  projectDir: string,
): Promise<{ documents: number; indexed: Promise<void> }> {
  const index: ContentIndex = readGenerated('.quire/index.json')
  const { now }: BuildMoment = readGenerated('.quire/build.json')
  const blog = createBlog(index, { now, environment: process.env, sources: { readText, findSnapshot } })
  const { language } = blog.site
  const documents = await readDocuments(index, blog)
  const { relatedCache, related, searchDocuments, searchFolder } = workspace(projectDir)
  const [code, ...hashes] = await Promise.all(CODE.map((entry) => bundleCode(projectDir, entry)))
  const found = await findRelatedPosts(relatedCache, code?.hash ?? '', documents)
  await writeFileAtomic(related, JSON.stringify(found.related))
  const files = new PublicFiles(projectDir, 'search')
  const dialog = await writeDialog(files)
  const hash = createHash('sha256').update(JSON.stringify([language, ...hashes.map(({ hash }) => hash)]))
  for (const document of documents) hash.update(JSON.stringify(document))
  const folder = `search-${hash.digest('hex').slice(0, 10)}`
  const last = await readFolder(searchFolder)
  await writeSearchDocuments(searchDocuments, { folder, last, documents })
  await writeFileAtomic(
    searchFolder,
    JSON.stringify({ folder, dialog, filters: listFilterChoices(documents) }),
  )
  const indexed = writePagefind(projectDir, files, { folder, documents, language }).then(() =>
    files.removeStale(),
  )
  // It is awaited later; until then this prevents an unhandled rejection.
  indexed.catch(() => {})
  return { documents: documents.length, indexed }
}

/** Of every published post: its rendered text, with or without its embeds. */
function readDocuments(index: ContentIndex, blog: Blog): Promise<SearchDocument[]> {
  const indexed = new Map(index.posts.map((post) => [post.slug, post]))
  const limit = pLimit(32)
  return Promise.all(
    blog.listPosts().map((post) =>
      limit(async () => {
        const { snapshots = [], textKey = '' } = indexed.get(post.slug) ?? {}
        const hasEmbeds = snapshots.some((name) => !name.startsWith('picture-'))
        const shown = hasEmbeds ? await blog.getPost(post.slug) : undefined
        return toSearchDocument(post, shown ? readSections(shown.body) : await readTextSections(textKey))
      }),
    ),
  )
}

/** The folder that the last build named. */
async function readFolder(file: string): Promise<string | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  return content && JSON.parse(content).folder
}

/** What decides about related posts, about Pagefind's documents and about those of `/search`. */
const CODE = ['related.ts', 'index-html.ts', 'search-store.ts'].map((name) =>
  fileURLToPath(new URL(`../../search/${name}`, import.meta.url)),
)
