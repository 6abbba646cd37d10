import { close, createIndex } from 'pagefind'
import { listPublicFiles, type PublicFiles } from '../../public-files'
import { listFrequent } from '../../search/frequent'
import { toIndexHtml } from '../../search/index-html'
import type { SearchDocument } from '../../search/search-document'

/**
 * Writes Pagefind's index to `public/_quire/<folder>/`, unless it is there.
 * @param folder named by a hash of the documents
 * @param language of the site
 * @throws if Pagefind cannot read a document or write its index
 */
export async function writePagefind(
  projectDir: string,
  files: PublicFiles,
  { folder, documents, language }: { folder: string; documents: readonly SearchDocument[]; language: string },
): Promise<void> {
  const known = (await listPublicFiles(projectDir, 'search')).filter((name) => name.startsWith(`${folder}/`))
  // The entry file is written last: if it exists, all others do.
  const isComplete = known.includes(`${folder}/pagefind.js`)
  const made = isComplete
    ? known.map((name) => ({ name, content: '' }))
    : await runPagefind(documents, language).then((index) =>
        index.map(({ path, content }) => ({ name: `${folder}/${path}`, content })),
      )
  for (const { name, content } of made) await files.write(name, content)
}

/**
 * Pagefind's index as files, the entry file last.
 * @throws if Pagefind cannot read a document or write its index
 */
export async function runPagefind(
  documents: readonly SearchDocument[],
  language: string,
): Promise<IndexFile[]> {
  const lang = indexLanguage(language)
  const frequent = listFrequent(documents)
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= CHUNK
  const { index, errors } = await createIndex({ forceLanguage: lang, includeCharacters: '+#.-_' })
  if (!index) throw new Error(`Pagefind could not start: ${errors.join(' ')}`)
  try {
    for (const document of documents) {
      const { url } = document
      const { errors } = await index.addHTMLFile({ url, content: toIndexHtml(document, { lang, frequent }) })
      if (errors.length > 0) throw new Error(`Pagefind could not index ${url}: ${errors.join(' ')}`)
    }
    const { files, errors: unwritten } = await index.getFiles()
    if (unwritten.length > 0) throw new Error(`Pagefind could not write its index: ${unwritten.join(' ')}`)
    return files
      .filter(({ path }) => !UNUSED.test(path))
      .sort((a, b) => Number(a.path === 'pagefind.js') - Number(b.path === 'pagefind.js'))
  } finally {
    await close()
  }
}

/**
 * Places of words in a file of the index, about 15 KB; a query loads one file per word. Pagefind's 20,000 would be 35 KB,
 * and a query of three words at ten thousand posts more than 300 KB; less makes the list of files longer, which every
 * reader loads.
 */
const CHUNK = '8000'

/** Pagefind's user interfaces: the site has its own. */
const UNUSED = /(?:-ui|modular|component|highlight)[\w.-]*\.(?:js|css)$/

/**
 * One index for all languages, with the stemming of the site's language. Pagefind would segment Chinese, Japanese and Thai texts, but
 * not the queries: we do both, so it must not.
 */
function indexLanguage(language: string): string {
  const base = language.split('-')[0]?.toLowerCase() ?? 'en'
  return /^(?:zh|ja|ko|th|lo|km|my)$/.test(base) ? 'unknown' : base
}

interface IndexFile {
  /** Relative to the index. */
  path: string
  content: Uint8Array
}
