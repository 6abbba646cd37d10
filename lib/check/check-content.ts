import { resolve } from 'node:path'
import type { MarkdownSettings, StagedPage, StagedPost } from '../model/document'
import { type Problem, sortProblems } from '../model/problem'
import type { RenderedDocument, StagedSite } from '../references/documents'
import { findFile } from '../references/files'
import { indexLinks } from '../references/link-index'
import { type LinkContext, type ResolvedLinks, resolveLinks } from '../references/links'
import { isElsewhere, missingPicture, shareImage } from '../references/own-files'
import { checkRedirect } from '../references/redirects'
import { snapshotWarning } from '../snapshots/publish'
import { embedsFolder } from '../snapshots/store'
import { listTargets } from '../snapshots/targets'
import { type Content, readContent } from '../staging/read-content'
import { stageSite } from '../staging/stage-document'
import { adviseOnDrafts } from './advise-on-drafts'
import { adviseOnPictures, type FindFile } from './advise-on-pictures'
import { adviseOnTags } from './advise-on-tags'
import { Facts } from './facts'

/** A content folder with everything that is known about it, so that problems can be printed and fixed. */
export interface Checked {
  content: Content
  documents: RenderedDocument[]
  /** Links that were resolved by a guess, with the file of the post each one means. */
  guessed: { path: string; file: string }[]
  /** All problems, sorted by place. */
  problems: Problem[]
}

/**
 * Applies every rule of the build to a content folder, and the rules of good writing, without building anything:
 * texts are rendered only where they changed since the last run. Writes only its cache.
 * @param options.projectDir absolute
 * @param options.contentDir absolute, or relative to the project
 * @param options.now drafts dated long before this moment are reported
 */
export async function checkContent(options: CheckOptions): Promise<Checked> {
  const { projectDir, contentDir, now, onProgress = () => {} } = options
  const [content, facts] = await Promise.all([readContent(options), Facts.open(projectDir)])
  const all = content.posts.length + content.pages.length + 1
  let done = 0
  async function render<Staged extends { settings: MarkdownSettings }>(
    body: string,
    staged: Staged,
  ): Promise<{ staged: Staged; rendered: RenderedDocument['rendered']; html: string }> {
    const rendered = await facts.of(body, staged.settings)
    onProgress(++done, all)
    return { staged, rendered, html: '' }
  }
  const posts: RenderedDocument<StagedPost>[] = []
  for (const { read, staged } of content.posts) posts.push(await render(read.body, staged))
  const pages: RenderedDocument<StagedPage>[] = []
  for (const { read, staged } of content.pages) pages.push(await render(read.body, staged))
  const { file, introLine } = content.siteFile
  const site: RenderedDocument<StagedSite> = await render(
    content.site.intro,
    stageSite(content.site, file, introLine),
  )
  await facts.save()

  const documents = [...posts, ...pages, site]
  const index = indexLinks({ posts, pages })
  const files = new Map<string, string | undefined>()
  const find = (url: string, source: MarkdownSettings['source']) => {
    const key = `${source.file}\0${url}`
    if (!files.has(key)) files.set(key, findFile(url, source, projectDir))
    return files.get(key)
  }
  const context: LinkContext = {
    index,
    moment: { now: now.getTime(), timeZone: content.site.timeZone, environment: process.env },
    origin: content.site.url,
    homes: new Map(content.blogs.map(({ root, settings }) => [root, settings])),
    isFile: (url, source) => find(url, source) !== undefined,
  }
  const resolved = documents.map((document) => resolveLinks(document, context))
  const redirects = await Promise.all(posts.map((post) => checkRedirect(post, context, projectDir)))
  const folder = embedsFolder(resolve(projectDir, contentDir))
  const problems = [
    ...content.problems,
    ...documents.flatMap(({ rendered }) => rendered.problems),
    ...[...resolved, ...redirects].flatMap((each) => each.problems),
    ...(await Promise.all(documents.map((each) => findMissingPictures(each, projectDir, find)))).flat(),
    ...documents.flatMap((document) => findMissingSnapshots(document, folder)),
    ...adviseOnTags(content.posts),
    ...adviseOnDrafts(content.posts, content.site.timeZone, now),
    ...(await adviseOnPictures(documents, find)),
  ]
  return { content, documents, guessed: listGuessed(resolved, index), problems: sortProblems(problems) }
}

async function findMissingPictures(
  { staged, rendered }: RenderedDocument,
  projectDir: string,
  find: FindFile,
): Promise<Problem[]> {
  const { source } = staged.settings
  const named = [...rendered.images, ...(await shareImage(staged.image, source, projectDir))]
  const distinct = [...new Map(named.map((reference) => [reference.url, reference])).values()]
  return distinct
    .filter(({ url }) => !(isElsewhere(url) && !/^wikilink:/i.test(url)) && !find(url, source))
    .map((reference) => missingPicture(reference, source))
}

function findMissingSnapshots({ staged, rendered }: RenderedDocument, folder: string): Problem[] {
  return listTargets(rendered).flatMap((target): Problem[] => {
    const warning = snapshotWarning(target, folder)
    const { line, column } = target
    return warning
      ? [{ severity: 'warning', file: staged.settings.source.file, line, column, ...warning }]
      : []
  })
}

function listGuessed(resolved: readonly ResolvedLinks[], index: ReturnType<typeof indexLinks>) {
  const files = new Map(index.targets.map(({ url, document }) => [url, document.staged.settings.source.file]))
  return resolved.flatMap(({ guessed }) =>
    guessed.flatMap(({ path, url }) => {
      const file = files.get(url)
      return file === undefined ? [] : [{ path, file }]
    }),
  )
}

export interface CheckOptions {
  projectDir: string
  contentDir: string
  now: Date
  /** Called after each document. */
  onProgress?: (done: number, all: number) => void
}
