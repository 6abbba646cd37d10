import { resolve } from 'node:path'
import { bundleWorker } from '../build/texts/bundle-code'
import { TextRenderer } from '../build/texts/render-texts'
import type { MarkdownSettings } from '../model/document'
import { type Problem, sortProblems } from '../model/problem'
import type { Documents, RenderedDocument } from '../references/documents'
import { findFile } from '../references/files'
import { makeLinkContext } from '../references/link-context'
import type { LinkIndex } from '../references/link-index'
import { type ResolvedLinks, resolveLinks } from '../references/links'
import { isElsewhere, missingPicture, shareImage } from '../references/own-files'
import { checkRedirect } from '../references/redirects'
import { targetsOf } from '../references/thread-target'
import { snapshotWarning } from '../snapshots/publish'
import { embedsFolder } from '../snapshots/store'
import { type Content, readContent } from '../staging/read-content'
import { stagedBlog } from '../staging/stage'
import { stageSite } from '../staging/stage-document'
import { adviseOnDrafts } from './advise-on-drafts'
import { adviseOnPictures, type FindFile } from './advise-on-pictures'
import { adviseOnTags } from './advise-on-tags'

/** A checked content folder, with what is needed to print and fix its problems. */
export interface Checked {
  content: Content
  documents: RenderedDocument[]
  /** Links that were resolved by a guess, with the file of the post they probably mean. */
  guessed: { path: string; file: string }[]
  /** All problems, sorted by place. */
  problems: Problem[]
}

/**
 * Applies every rule of the build to a content folder, and the rules of good writing, without building anything: only
 * texts that changed since the last run are rendered. Writes only its cache.
 * @param options.projectDir absolute
 * @param options.contentDir absolute, or relative to the project
 * @param options.now drafts dated long before this moment are reported
 */
export async function checkContent(options: CheckOptions): Promise<Checked> {
  const { projectDir, contentDir, now, onProgress = () => {} } = options
  const [content, worker] = await Promise.all([readContent(options), bundleWorker(projectDir)])
  const { posts, pages, site } = await findFacts(content, projectDir, worker, onProgress)
  const documents = [...posts, ...pages, site]
  const files = new Map<string, string | undefined>()
  const find = (url: string, source: MarkdownSettings['source']) => {
    const key = `${source.file}\0${url}`
    if (!files.has(key)) files.set(key, findFile(url, source, projectDir))
    return files.get(key)
  }
  const context = makeLinkContext({ posts, pages }, content.blogs.map(stagedBlog), {
    moment: { now: now.getTime(), timeZone: content.site.timeZone, environment: process.env },
    origin: content.site.url,
    isFile: (url, source) => find(url, source) !== undefined,
  })
  const resolved = documents.map((document) => resolveLinks(document, context))
  const redirects = await Promise.all(posts.map((post) => checkRedirect(post, context, projectDir)))
  const folder = embedsFolder(resolve(projectDir, contentDir))
  const problems = [
    ...content.problems,
    ...documents.flatMap(({ rendered }) => [...rendered.problems, ...rendered.advice]),
    ...[...resolved, ...redirects].flatMap((each) => each.problems),
    ...(await Promise.all(documents.map((each) => findMissingPictures(each, projectDir, find)))).flat(),
    ...documents.flatMap((document) => findMissingSnapshots(document, folder)),
    ...adviseOnTags(content.posts),
    ...adviseOnDrafts(content.posts, content.site.timeZone, now),
    ...(await adviseOnPictures(documents, find)),
  ]
  return {
    content,
    documents,
    guessed: listGuessed(resolved, context.index),
    problems: sortProblems(problems),
  }
}

/** Facts from rendering the texts: those that neither a build nor a check has rendered yet are rendered now. */
async function findFacts(
  { posts, pages, site, siteFile }: Content,
  projectDir: string,
  worker: { file: string; hash: string },
  onProgress: (done: number, all: number) => void,
): Promise<Documents> {
  const renderer = new TextRenderer(projectDir, worker, { factsOnly: true })
  const text = <Staged>({ read, staged }: { read: { body: string }; staged: Staged }) => ({
    staged,
    body: read.body,
  })
  const stagedSite = stageSite(site, siteFile.file, siteFile.introLine)
  try {
    const introduction = { staged: stagedSite, body: site.intro }
    const [[renderedSite], renderedPosts, renderedPages] = await Promise.all([
      renderer.render([introduction]),
      renderer.render(posts.map(text), ({ done, all }) => onProgress(done, all)),
      renderer.render(pages.map(text)),
    ])
    if (!renderedSite) throw new Error('The site itself was not rendered.')
    return { site: renderedSite, posts: renderedPosts, pages: renderedPages }
  } finally {
    await renderer.close()
    await renderer.prune()
  }
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

function findMissingSnapshots(document: RenderedDocument, folder: string): Problem[] {
  return targetsOf(document).flatMap((target): Problem[] => {
    const warning = snapshotWarning(target, folder)
    const { line, column } = target
    return warning
      ? [{ severity: 'warning', file: document.staged.settings.source.file, line, column, ...warning }]
      : []
  })
}

function listGuessed(resolved: readonly ResolvedLinks[], index: LinkIndex) {
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
  /** Called after each post that had to be rendered. */
  onProgress?: (done: number, all: number) => void
}
