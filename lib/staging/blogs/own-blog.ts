import { dialectOf } from '../../dialects/dialects'
import { isMarkdown, isSectionPage, selectNotebooks } from '../../urls/markdown-files'
import { type Blog, NO_SETTINGS } from './blog'
import { findLanguageSuffixes } from './language-suffix'
import { postFile } from './post-file'

/**
 * The author's own posts: Markdown files and notebooks directly in `posts/`, and bundles: a folder there whose only
 * document is its `index.md` or `index.ipynb`, in one language or several (`index.de.md`), with pictures next to it. Any
 * other folder below `posts/` is an imported blog (`findUnmarked`).
 * @param contentDir absolute
 * @param root `contentDir` relative to the project
 * @param paths every file of the content folder that belongs to no imported blog, relative to it
 */
export function findOwnPosts(contentDir: string, root: string, paths: readonly string[]): Blog {
  const unmarked = new Set(unmarkedFolders(paths).flatMap(([, inFolder]) => inFolder))
  const own = documentsOf(paths).filter((path) => path.startsWith('posts/') && !unmarked.has(path))
  return ownBlog(contentDir, root, own, 'posts/')
}

/** The author's pages: `pages/about.md` is `/about`. They are read like posts. */
export function findPages(contentDir: string, root: string, paths: readonly string[]): Blog {
  const own = documentsOf(paths).filter((path) => path.startsWith('pages/'))
  return ownBlog(contentDir, root, own, 'pages/')
}

/** Folders of posts below `posts/` in which no system was detected: each is an imported blog in plain Markdown. */
export function findUnmarked(contentDir: string, root: string, paths: readonly string[]): Blog[] {
  return unmarkedFolders(paths).map(([folder, inFolder]) =>
    plainBlog(`${contentDir}/${folder}`, `${root}/${folder}`, `${folder}/`, belowFolder(folder, inFolder)),
  )
}

/** A folder of posts of no known system, for `compat`: every Markdown file. */
export function findLoosePosts(contentDir: string, root: string, paths: readonly string[]): Blog {
  return plainBlog(contentDir, root, 'its Markdown files', documentsOf(paths))
}

/** The files that are not the author's own posts, by folder directly below `posts/`. */
function unmarkedFolders(paths: readonly string[]): [folder: string, paths: string[]][] {
  const folders = new Map<string, string[]>()
  for (const path of documentsOf(paths)) {
    const [, folder] = /^(posts\/[^/]+)\//.exec(path) ?? []
    if (!folder) continue
    const known = folders.get(folder)
    if (known) known.push(path)
    else folders.set(folder, [path])
  }
  return [...folders].filter(([folder, inFolder]) => {
    const [only] = inFolder
    const isBundle =
      inFolder.length === 1 ? only?.startsWith(`${folder}/index.`) : isTranslatedBundle(inFolder)
    return !isBundle && folder !== 'posts/_drafts'
  })
}

/** `index.md`, `index.de.md`: one post in several languages. */
function isTranslatedBundle(paths: readonly string[]): boolean {
  const languages = findLanguageSuffixes(paths)
  return paths.every((path) => /\/index\.[^./]+$/.test(languages.get(path)?.path ?? path))
}

function belowFolder(folder: string, paths: readonly string[]): string[] {
  return paths.map((path) => path.slice(folder.length + 1))
}

/** In the order of the paths. */
function documentsOf(paths: readonly string[]): string[] {
  const notebooks = new Set(selectNotebooks(paths))
  return paths.filter((path) => (isMarkdown(path) && !isSectionPage(path)) || notebooks.has(path))
}

function plainBlog(dir: string, root: string, detectedBy: string, paths: readonly string[]): Blog {
  return { ...ownBlog(dir, root, paths, detectedBy), kind: 'imported' }
}

function ownBlog(dir: string, root: string, paths: readonly string[], detectedBy: string): Blog {
  const record = dialectOf('plain')
  const languages = findLanguageSuffixes(paths)
  const splitLanguage = (path: string) => languages.get(path) ?? { path }
  const posts = paths.map((path) => {
    const file = postFile(dir, root, path, { ...record, splitLanguage })
    // Translations share their path, but need different slugs.
    return file.lang ? { ...file, name: `${file.name}-${file.lang.toLowerCase()}` } : file
  })
  return {
    kind: 'own',
    dialect: 'plain',
    record,
    detectedBy,
    root,
    dir,
    posts,
    files: paths,
    settings: NO_SETTINGS,
    config: {},
  }
}
