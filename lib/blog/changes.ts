import type { BranchChanges, ChangedFile, Since } from '../model/branch-changes'
import type { IndexedPage, IndexedPost } from '../model/content-index'
import { pageUrl, postUrl } from '../urls/post-url'

/** What the branch of a preview changes, as posts and pages. */
export interface PreviewChanges {
  since: Since
  documents: ChangedDocument[]
  /** Other files of the content folder, relative to the project: `content/site.yaml`. */
  others: string[]
}

export interface ChangedDocument {
  change: ChangedFile['change']
  title: string
  file: string
  /** Absent if it has no page in this build. */
  url?: string
}

/**
 * Groups changed files by the document that they belong to: a picture in the folder of a post changes that post.
 * @returns undefined if nobody knows what changed
 */
export function listChanges(
  changes: BranchChanges | undefined,
  { posts, pages }: { posts: readonly IndexedPost[]; pages: readonly IndexedPage[] },
  hasPage: (url: string) => boolean,
): PreviewChanges | undefined {
  if (changes?.outcome !== 'listed') return undefined
  const known = [
    ...posts.map(({ title, slug, file }) => ({ title, file, url: postUrl(slug) })),
    ...pages.map(({ title, slug, file }) => ({ title, file, url: pageUrl(slug) })),
  ]
  const byFile = new Map(known.map((document) => [document.file, document]))
  const byFolder = new Map(
    known.flatMap((document) => {
      const [, folder] = /^(.+)\/index\.[^/]+$/.exec(document.file) ?? []
      return folder ? [[folder, document] as const] : []
    }),
  )
  const documents = new Map<string, ChangedDocument>()
  const others: string[] = []
  // Files of documents come first: a new post is new, not edited by its pictures.
  const ordered = [...changes.files].sort((a, b) => Number(byFile.has(b.path)) - Number(byFile.has(a.path)))
  for (const { path, change, title } of ordered) {
    const own = byFile.get(path)
    const document = own ?? byFolder.get(path.replace(/\/[^/]*$/, ''))
    if (document && !documents.has(document.file)) {
      const { url, ...shown } = document
      documents.set(document.file, {
        change: own ? change : 'edited',
        ...shown,
        ...(hasPage(url) && { url }),
      })
    } else if (!document && title !== undefined) documents.set(path, { change, title, file: path })
    else if (!document) others.push(path)
  }
  return {
    since: changes.since,
    documents: [...documents.values()].sort((a, b) => (a.title < b.title ? -1 : 1)),
    others: others.sort(),
  }
}
