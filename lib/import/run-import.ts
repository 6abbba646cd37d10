import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkContent } from '../check/check-content'
import type { HttpOptions } from '../snapshots/http'
import { slugify } from '../urls/slug'
import { importExport } from './import-export'
import { type Attention, ImportReport, listAttention } from './import-report'
import type { Source } from './open-source'
import { fetchPictures } from './pictures'
import { selectFiles } from './select-files'
import { copyImported, writeImported } from './write-imported'

/** The result of an import. */
export interface ImportResult {
  /** Of the posts, relative to the content folder. */
  folder: string
  label: string
  report: ImportReport
  /** Posts of the source, and how many of them the site has now. */
  posts: { found: number; imported: number; drafts: number }
  /** Old URLs that redirect to a post now. */
  oldUrls: number
  attention: Attention[]
  /** Remote pictures that could not be fetched, with the reason. */
  failedPictures: ReadonlyMap<string, string>
}

/**
 * Imports a source into a content folder, then checks the result with the rules of `npm run check`. Can be
 * interrupted and run again: existing files are not written again, files that the author changed are not touched.
 * @param options.projectDir absolute
 * @param options.contentDir absolute
 */
export async function runImport(source: Source, options: ImportOptions): Promise<ImportResult> {
  const { contentDir, projectDir, signal, onProgress = () => {} } = options
  const name =
    slugify(options.name ?? (source.kind === 'export' ? source.source.name : source.name)) || 'import'
  const folder = `posts/${name}`
  const report = new ImportReport()
  let label: string
  let found = 0
  if (source.kind === 'export') {
    label = source.source.label
    report.left.push(...source.source.left)
    await importExport(source.source, report, {
      contentDir,
      folder,
      pictures: options.images,
      ...(signal && { signal }),
      onPost: () => onProgress('Posts', report.files.length, undefined),
    })
    found = report.count('post')
  } else {
    const selected = await selectFiles(source.folder)
    label = selected.label
    found = selected.posts.length
    const all = [
      ...selected.files.map((path) => ({ path, to: `${folder}/${path}`, kind: 'file' as const })),
      ...selected.posts.map((path) => ({ path, to: `${folder}/${path}`, kind: 'post' as const })),
      ...[...selected.pages].map(([to, path]) => ({ path, to: `pages/${to}`, kind: 'page' as const })),
    ]
    for (const [path, text] of selected.declared) {
      const to = `${folder}/${path}`
      report.add(to, 'file', await writeImported(join(contentDir, to), text))
    }
    for (const { path, to, kind } of all) {
      if (signal?.aborted) break
      report.add(to, kind, await copyImported(join(source.folder, path), join(contentDir, to)))
      onProgress('Files', report.files.length, all.length)
    }
  }
  const failedPictures = await fetchPictures(join(contentDir, folder), report.pictures, options.http, {
    ...(signal && { signal }),
    onProgress: (done, all) => onProgress('Pictures', done, all),
  })
  const result = { folder, label, report, failedPictures }
  if (signal?.aborted)
    return { ...result, posts: { found, imported: 0, drafts: 0 }, oldUrls: 0, attention: [] }
  const checked = await checkContent({
    projectDir,
    contentDir,
    now: new Date(),
    onProgress: (done, all) => onProgress('Checking', done, all),
  })
  const root = checked.content.siteFile.file.replace(/\/[^/]*$/, '')
  const files = new Set(report.files.map(({ path }) => `${root}/${path}`))
  const posts = checked.content.posts.filter(({ read }) => read.file.file.startsWith(`${root}/${folder}/`))
  return {
    ...result,
    posts: { found, imported: posts.length, drafts: posts.filter(({ staged }) => staged.draft).length },
    oldUrls: posts.reduce((sum, { staged }) => sum + staged.aliases.length + (staged.permalink ? 1 : 0), 0),
    attention: listAttention(
      checked.problems.filter(({ file }) => files.has(file)),
      report.notes.map(({ path, text }) => ({ file: `${root}/${path}`, text })),
    ),
  }
}

/** @returns whether a folder already contains a content folder, so that a dry run can be made next to it */
export async function readSiteText(contentDir: string): Promise<string | undefined> {
  const file = join(contentDir, 'site.yaml')
  return (await stat(file).catch(() => undefined)) ? readFile(file, 'utf8') : undefined
}

export interface ImportOptions {
  projectDir: string
  contentDir: string
  /** Of the folder below `posts`; else that of the source. */
  name?: string
  /** Fetch remote pictures of an export. */
  images: boolean
  http: HttpOptions
  signal?: AbortSignal
  onProgress?: (step: string, done: number, all: number | undefined) => void
}
