import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import pLimit from 'p-limit'
import { close, createIndex } from 'pagefind'
import { createBlog } from '../blog/create-blog'
import { readGenerated } from '../blog/generated/read-generated'
import { findSnapshot } from '../blog/generated/snapshots'
import { readText, readTextSections } from '../blog/generated/texts'
import type { Blog } from '../blog/queries'
import type { BuildMoment } from '../model/build-moment'
import type { ContentIndex } from '../model/content-index'
import { listPublicFiles, PublicFiles } from '../public-files'
import { toIndexHtml } from '../search/index-html'
import { findRelated } from '../search/related'
import { readSections, type SearchDocument, toSearchDocument } from '../search/search-document'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/**
 * Makes everything that search needs, from published posts only: Pagefind's index in
 * `public/_quire/search-<hash>/`, the documents that `/search` looks through in `.quire/search.json`, and related posts
 * in `.quire/related.json`. Runs after `generate`, in the project's folder. Documents that were indexed before are not
 * indexed again.
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
  const documents = await readDocuments(index, blog)
  const { searchDocuments, related, searchFolder } = workspace(projectDir)
  await writeFileAtomic(searchDocuments, JSON.stringify(documents))
  await writeFileAtomic(related, JSON.stringify(Object.fromEntries(findRelated(documents))))
  const files = new PublicFiles(projectDir, 'search')
  const dialog = await writeDialog(files)
  const lang = indexLanguage(blog.site.language)
  const hash = createHash('sha256').update(JSON.stringify([VERSION, lang, documents]))
  const folder = `search-${hash.digest('hex').slice(0, 10)}`
  await writeFileAtomic(searchFolder, JSON.stringify({ folder, dialog }))
  const indexed = writePagefind(projectDir, files, folder, documents, lang).then(() => files.removeStale())
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

async function writePagefind(
  projectDir: string,
  files: PublicFiles,
  folder: string,
  documents: readonly SearchDocument[],
  lang: string,
): Promise<void> {
  const known = (await listPublicFiles(projectDir, 'search')).filter((name) => name.startsWith(`${folder}/`))
  // The entry file is written last: if it exists, all others do.
  const isComplete = known.includes(`${folder}/pagefind.js`)
  const made = isComplete
    ? known.map((name) => ({ name, content: '' }))
    : await runPagefind(folder, documents, lang)
  for (const { name, content } of made) await files.write(name, content)
}

async function runPagefind(folder: string, documents: readonly SearchDocument[], lang: string) {
  const { index, errors } = await createIndex({ forceLanguage: lang, includeCharacters: '+#.-_' })
  if (!index) throw new Error(`Pagefind could not start: ${errors.join(' ')}`)
  try {
    for (const document of documents) {
      const { url } = document
      const { errors } = await index.addHTMLFile({ url, content: toIndexHtml(document, lang) })
      if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join(' ')}`)
    }
    const { files, errors: unwritten } = await index.getFiles()
    if (unwritten.length > 0) throw new Error(`Pagefind could not write its index: ${unwritten.join(' ')}`)
    return files
      .filter(({ path }) => !UNUSED.test(path))
      .map(({ path, content }) => ({ name: `${folder}/${path}`, content }))
      .sort((a, b) => Number(a.name.endsWith('/pagefind.js')) - Number(b.name.endsWith('/pagefind.js')))
  } finally {
    await close()
  }
}

/**
 * The dialog's script with its style sheet beside it. Its name only depends on its code: pages contain it, and must not
 * change with each post.
 * @returns the URL of the script
 */
async function writeDialog(files: PublicFiles): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCE, 'dialog.ts'), path.join(SOURCE, 'dialog.css')],
    outdir: SOURCE,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome115', 'firefox117', 'safari16.4'],
    legalComments: 'none',
  })
  const hash = createHash('sha256')
    .update(outputFiles.map(({ text }) => text).join(''))
    .digest('hex')
    .slice(0, 10)
  const urls = await Promise.all(
    outputFiles.map(({ path: file, text }) => files.write(`dialog-${hash}/${path.basename(file)}`, text)),
  )
  return urls.find((url) => url.endsWith('.js')) ?? ''
}

const SOURCE = fileURLToPath(new URL('../search/dialog/', import.meta.url))

/** Pagefind's user interfaces: the site has its own. */
const UNUSED = /(?:-ui|modular|component|highlight)[\w.-]*\.(?:js|css)$/

/** Must be changed when the output changes for the same documents. */
const VERSION = 'pagefind 1.5.2, 2'

/**
 * One index for all languages, with the stemming of the site's language. Pagefind would segment Chinese, Japanese and Thai texts, but
 * not the queries: we do both, so it must not.
 */
function indexLanguage(language: string): string {
  const base = language.split('-')[0]?.toLowerCase() ?? 'en'
  return /^(?:zh|ja|ko|th|lo|km|my)$/.test(base) ? 'unknown' : base
}
