import { readFile } from 'node:fs/promises'
import type { BuildMoment } from '../model/build-moment'
import type { ContentIndex, Indexed } from '../model/content-index'
import type { Problem } from '../model/problem'
import { emptyRecord } from '../model/records'
import { snapshotName } from '../snapshots/names'
import type { StagedBlog } from '../staging/stage'
import { isPublished } from '../visibility'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'
import type { StoredDocument, StoredDocuments } from './documents'
import { findFile } from './files'
import { makeLinkContext } from './link-context'
import { resolveLinks } from './links'
import { MediaStore } from './media'
import { locateFiles } from './own-files'
import { SnapshotStore } from './publish-snapshots'
import { checkRedirect } from './redirects'
import { ReferenceMemory } from './reference-memory'
import { targetsOf } from './thread-target'

/**
 * Resolves the references of documents, once all of them are rendered: links, pictures, files and snapshots of embeds.
 * Writes `.quire/index.json` and `.quire/embeds.json`.
 * @param removesStale whether files are deleted that an earlier run copied and no document names any more. Only for a
 *   run that publishes: `npm run embeds` beside `npm run dev` must not delete the pictures of drafts, which `dev` shows
 * @returns the problems of rendering and of looking up
 *
 * A separate step, because what a document's URLs refer to depends on other documents and on files, which
 * Contentlayer's cache, keyed by the document alone, would not notice.
 */
export async function collectReferences(
  projectDir: string,
  { documents, blogs }: { documents: StoredDocuments; blogs: readonly StagedBlog[] },
  removesStale: boolean,
  { memory = new ReferenceMemory(), onlyTexts = false }: Earlier = {},
): Promise<Problem[]> {
  const { posts, pages, site } = documents
  const media = new MediaStore(projectDir)
  const snapshots = new SnapshotStore(projectDir, media, site.staged)
  const moment = {
    now: await readMoment(projectDir),
    timeZone: site.staged.timeZone,
    environment: process.env,
  }
  const linkContext = makeLinkContext(documents, blogs, {
    moment,
    origin: site.staged.url,
    isFile: (url, source) => findFile(url, source, projectDir) !== undefined,
  })
  memory.start(documents, linkContext, onlyTexts)
  const guessedAddresses = emptyRecord<string>()
  const problems: Problem[] = []

  async function index<Staged extends StoredDocument['staged']>(
    document: StoredDocument<Staged>,
    isVisible = true,
  ) {
    const { settings, ...staged } = document.staged
    const { located, snapshotProblems } = await memory.findFiles(document, isVisible, async () => ({
      located: await locateFiles(document, media, projectDir, isVisible, [
        site.staged.url,
        linkContext.homes.get(settings.source.root)?.origin,
      ]),
      snapshotProblems: await snapshots.publish(document, isVisible),
    }))
    const resolved = memory.resolveLinks(document, () => resolveLinks(document, linkContext))
    for (const { path, url } of resolved.guessed) guessedAddresses[path] = url
    problems.push(
      ...document.rendered.problems,
      ...located.problems,
      ...resolved.problems,
      ...snapshotProblems,
    )
    const { words, excerpt, opening, features } = document.rendered
    const found: Indexed = {
      file: settings.source.file,
      textKey: document.textKey,
      snapshots: targetsOf(document).map(({ provider, id }) => snapshotName(provider, id)),
      words,
      excerpt,
      opening,
      features,
      links: resolved.links,
      pictures: located.pictures,
    }
    return { ...staged, ...found }
  }

  const contentIndex: ContentIndex = {
    site: { ...(await index(site)), introduction: site.html },
    posts: await Promise.all(
      posts.map(async (post) => {
        const redirect = await checkRedirect(post, linkContext, projectDir)
        problems.push(...redirect.problems)
        return { ...(await index(post, isPublished(post.staged, moment))), redirectTo: redirect.target }
      }),
    ),
    // A page has no date of publication.
    pages: await Promise.all(
      pages.map((page) => index(page, isPublished({ draft: page.staged.draft }, moment))),
    ),
    guessedAddresses,
    movedUrls: Object.assign(emptyRecord<string>(), ...blogs.map(({ movedUrls }) => movedUrls)),
    oldTermUrls: blogs.map(({ dialect, termUrls }) => ({ dialect, ...termUrls })),
  }
  // After a single edit it is not known what the other documents use: the next complete run deletes unused files.
  if (removesStale && !onlyTexts) {
    await media.removeStale()
    await snapshots.removeStale()
  }
  const { index: indexFile, embedTargets } = workspace(projectDir)
  const targets = [...posts, ...pages, site].flatMap((document) => targetsOf(document))
  const isOffline = site.staged.embeds === 'offline'
  await writeFileAtomic(embedTargets, JSON.stringify({ targets, isOffline }))
  await writeFileAtomic(indexFile, JSON.stringify(contentIndex))
  return problems
}

interface Earlier {
  /** What earlier runs of this process found. */
  memory?: ReferenceMemory
  /** Nothing but texts of documents has changed since the last run. */
  onlyTexts?: boolean
}

/** The moment of the whole build: a post that becomes due while it runs is published in all steps or in none. */
async function readMoment(projectDir: string): Promise<number> {
  try {
    const { now }: BuildMoment = JSON.parse(await readFile(workspace(projectDir).buildMoment, 'utf8'))
    return now
  } catch {
    return Date.now()
  }
}
