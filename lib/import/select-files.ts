import { readFile } from 'node:fs/promises'
import { basename, join, posix, relative, sep } from 'node:path'
import { findRoots } from '../staging/blogs/find-roots'
import { readFrontMatter } from '../staging/front-matter/read-front-matter'
import { type Content, readContent } from '../staging/read-content'
import { listFiles } from '../staging/text/list-files'
import { readText } from '../staging/text/read-text'
import { decodePercent } from '../urls/decode'
import { isMarkdown, isSectionPage } from '../urls/markdown-files'
import { slugify } from '../urls/slug'

/** The files of an old blog to import; everything else (themes, tools, output) is left out. */
export interface SelectedFiles {
  /** Relative to the folder. Their paths do not change, because links and configuration refer to them. */
  posts: string[]
  files: string[]
  /** Pages by the name they get in `content/pages`. */
  pages: Map<string, string>
  /** Texts of `_source.yaml` by path, for blogs that could not be detected from the imported files. */
  declared: Map<string, string>
  /** A description of the blog, for messages. */
  label: string
}

/**
 * Selects what to copy from a folder of posts of any system: posts and drafts, the configuration that determines
 * URLs, includes and data, pages, and every picture or file whose name appears in one of these.
 * @param folder absolute
 */
export async function selectFiles(folder: string): Promise<SelectedFiles> {
  const content = await readContent({ projectDir: folder, contentDir: folder, loose: true })
  const { paths } = await listFiles(folder, (path) => path)
  const relativeOf = (path: string) => relative(folder, path).split(sep).join('/')
  const unread = content.problems
    .filter(({ rule }) => rule === 'files/unread')
    .map(({ file }) => file.replace(/^\.\//, ''))
  const read = content.posts.map((post) => relativeOf(post.read.file.path))
  const posts = [...new Set([...read, ...unread])].filter((path) => paths.includes(path)).sort()
  const isPost = new Set(posts)
  const pages = await selectPages(folder, paths, isPost, content)
  const moved = new Set(pages.values())
  // Pages that `content/pages` cannot hold keep their place in the old blog, which gives them their URL.
  const isStaged = new Set(content.pages.map(({ read }) => relativeOf(read.file.path)))
  const parts = paths.filter(
    (path) => !isPost.has(path) && !moved.has(path) && (isStaged.has(path) || isPart(path, content)),
  )
  const texts = [...posts, ...parts.filter((path) => isText(path)), ...pages.values()]
  const names = await namesIn(folder, texts)
  const isServed = findServed(posts, content)
  const media = paths.filter(
    (path) =>
      !isPost.has(path) &&
      (!isText(path) || isServed(path)) &&
      !isOutput(path) &&
      names.has(lastWord(basename(path))),
  )
  const files = [...new Set([...parts, ...media])].sort()
  const declared = await declareDialects(folder, [...posts, ...files], content)
  return { posts, pages, files, declared, label: labelOf(content) }
}

/**
 * Text that the old system served as a file, such as a table or a program's output: beside the `index` of a post, or in a folder
 * whose files keep their URLs. Elsewhere a name in a text rather means a file of the author's project.
 */
function findServed(posts: readonly string[], { blogs }: Content): (path: string) => boolean {
  const isIndex = (path: string) => basename(path).replace(/\.[^.]+$/, '') === 'index'
  const bundles = posts.filter(isIndex).map((path) => path.slice(0, -basename(path).length))
  const served = blogs.flatMap(({ record, root }) =>
    (record.servedFolders ?? []).map((each) => posix.join(root.replace(/^\.\/?/, ''), each, '/')),
  )
  const isIn = (folders: readonly string[], path: string) =>
    folders.some((folder) => folder !== '' && folder !== '/' && path.startsWith(folder))
  // There HTML and YAML are often templates and configuration.
  return (path) =>
    !isMarkdown(path) && (isIn(bundles, path) || (/\.(?:csv|json|txt)$/i.test(path) && isIn(served, path)))
}

/**
 * A system may be detected by files that are left out: Hexo by its `package.json`, Obsidian by its hidden folder. The author
 * would have to write `_source.yaml`, so the import does.
 */
async function declareDialects(
  folder: string,
  paths: readonly string[],
  { blogs }: Content,
): Promise<Map<string, string>> {
  const read = async (path: string) => (await readText(join(folder, path))).text
  const marks = await findRoots({ paths: [...paths], marks: [] }, read)
  const declared = new Map<string, string>()
  for (const { root, dialect, detectedBy } of blogs) {
    const inFolder = root === '.' ? '' : root.replace(/^\.\//, '')
    if (dialect === 'plain' || detectedBy === '_source.yaml') continue
    if (marks.find((mark) => mark.folder === inFolder)?.dialect === dialect) continue
    declared.set(inFolder ? `${inFolder}/_source.yaml` : '_source.yaml', `dialect: ${dialect}\n`)
  }
  return declared
}

function labelOf({ blogs, posts }: Content): string {
  const names = [...new Set(blogs.map(({ dialect, detectedBy }) => `${dialect} (${detectedBy})`))]
  return `${posts.length} posts, detected as ${names.join(', ') || 'posts of this project'}`
}

/** Configuration, includes and data of one of the blogs in the folder. */
function isPart(path: string, { blogs }: Content): boolean {
  if (path === 'site.yaml' || /(?:^|\/)_source\.ya?ml$/.test(path)) return true
  return blogs.some(({ record, root, detectedBy }) => {
    const prefix = root === '.' ? '' : `${root.replace(/^\.\//, '')}/`
    if (!path.startsWith(prefix)) return false
    const inBlog = path.slice(prefix.length)
    const { includeFolders = [], tagFolders = [], partialFolders = [], dataFolder = '_data' } = record
    const folders = [...includeFolders, ...tagFolders, ...partialFolders, dataFolder]
    return (
      inBlog === detectedBy ||
      (record.configFiles ?? []).includes(inBlog) ||
      record.configFolder?.test(inBlog) === true ||
      (isText(path) && folders.some((each) => inBlog.startsWith(`${each}/`)))
    )
  })
}

/** Documents next to the posts that the old system published at their own URL: `about.md`. */
async function selectPages(
  folder: string,
  paths: readonly string[],
  isPost: ReadonlySet<string>,
  content: Content,
): Promise<Map<string, string>> {
  const own = content.pages.filter(({ read }) => read.blog.kind === 'own')
  const pages = new Map(own.map(({ read, staged }) => [`${staged.slug}.md`, read.file.inBlog]))
  for (const path of paths) {
    if (isPost.has(path) || !isMarkdown(path) || isSectionPage(path) || isOutput(path)) continue
    const segments = path.split('/')
    if (segments.length > 3 || segments.some((segment) => segment.startsWith('_'))) continue
    const { entries, problems, body } = readFrontMatter(await readFile(join(folder, path), 'utf8'))
    const value = (key: string) => entries.find((entry) => entry.key.toLowerCase() === key)?.text
    if (typeof value('title') !== 'string' || problems.length > 0 || body.trim() === '') continue
    const stem = (segments.at(-1) ?? path).replace(/\.[^.]+$/, '')
    const permalink = value('permalink') ?? value('url')
    const last = typeof permalink === 'string' ? permalink.split('/').filter(Boolean).at(-1) : undefined
    const name = slugify(
      (last ?? (stem === 'index' ? (segments.at(-2) ?? '') : stem)).replace(/\.html?$/, ''),
    )
    if (name !== '' && !NO_PAGES.has(name) && !pages.has(`${name}.md`)) pages.set(`${name}.md`, path)
  }
  return pages
}

/** Lists and files about the repository; this site has its own lists. */
const NO_PAGES = new Set(
  'index 404 readme license changelog contributing archive archives tags tag categories category posts blog search feed rss sitemap'.split(
    ' ',
  ),
)

/** Every file name that the texts mention, as written and decoded. */
async function namesIn(folder: string, texts: readonly string[]): Promise<Set<string>> {
  const names = new Set<string>()
  for (const path of texts) {
    const text = await readFile(join(folder, path), 'utf8')
    for (const [name] of text.matchAll(NAME)) {
      names.add(name)
      names.add(lastWord(decodePercent(name)))
    }
  }
  return names
}

/** From the beginning of a word only: a long word without a dot, such as encoded data, is read once. */
const NAME =
  /(?<![^\s"'`()<>[\]{}|\\/?#=,;])[^\s"'`()<>[\]{}|\\/?#=,;]+\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])/g

/** A name with spaces is several words in a text; the last has the extension. */
function lastWord(name: string): string {
  return name.split(/[\s()]+/).at(-1) ?? name
}

function isText(path: string): boolean {
  return /\.(?:mdx?|markdown|mdown|mkd|html?|ya?ml|toml|json|csv|rb|txt)$/i.test(path)
}

/** Output of the old system, and third-party code. */
function isOutput(path: string): boolean {
  return /(?:^|\/)(?:_site|dist|vendor|themes|node_modules|bower_components|resources\/_gen)\//.test(path)
}
