import { readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import escapeRegExp from 'escape-string-regexp'
import type { Config, DialectRecord } from '../dialects/dialect'
import type { OwnTag } from '../model/document'
import { emptyRecord } from '../model/records'
import { fillSiteValues } from './blogs/site-values'
import { parseDataFile, setIn } from './liquid/site-data'
import type { ReadPost } from './opened-post'

/** Larger files are no part of a post's text. */
const MAX_FILE = 100_000
/** Each post that uses a tag carries the data that the tag reads. */
const MAX_DATA = 50_000

/**
 * Adds to a template the other templates that it uses, and the data of the site that it reads.
 * @param paths the files of the blog, relative to its root
 */
export async function withSiteInputs(
  tag: OwnTag,
  { partialFolders = [], dataFolder }: DialectRecord,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
  config: Config,
): Promise<OwnTag> {
  const partials = new Map<string, string>()
  const open = [tag.template]
  for (let template = open.pop(); template !== undefined; template = open.pop()) {
    for (const [, written = ''] of template.matchAll(PARTIAL)) {
      const name = written.replace(/\.html$/, '')
      const ends = partialFolders.map((folder) => `${folder}/${name}.html`)
      // The site's own file comes before its theme's.
      const path =
        ends.find((end) => paths.includes(end)) ??
        paths.find((each) => each.startsWith('themes/') && ends.some((end) => each.endsWith(`/${end}`)))
      if (path === undefined || partials.has(name)) continue
      const partial = fillSiteValues(await read(path), config)
      partials.set(name, partial)
      open.push(partial)
    }
  }
  const texts = [tag.template, ...partials.values()]
  const data =
    dataFolder && texts.some((text) => READS_DATA.test(text))
      ? await readData(texts, dataFolder, paths, read)
      : undefined
  return {
    ...tag,
    ...(partials.size > 0 && { partials: Object.fromEntries(partials) }),
    ...(data && { data }),
  }
}

const PARTIAL = /\bpartial(?:Cached)?\s+["`]([\w./-]+)["`]/g
const READS_DATA = /\b(?:site|hugo|Site)\.Data\b/

/** The data files that a template names. */
async function readData(
  texts: readonly string[],
  folder: string,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<Record<string, unknown> | undefined> {
  const words = new Set(texts.flatMap((text) => text.match(/\w[\w-]*/g) ?? []))
  const data = emptyRecord<unknown>()
  let size = 0
  for (const path of paths) {
    const [, name, extension] = new RegExp(`^${folder}/(.+)\\.(ya?ml|json|toml)$`).exec(path) ?? []
    if (!name || !extension || !name.split('/').every((part) => words.has(part))) continue
    const text = await read(path)
    size += text.length
    if (size > MAX_DATA) return undefined
    setIn(data, name.split('/'), parseDataFile(text, extension))
  }
  return data
}

/**
 * Adds to a tag what its template reads of the post: its title, URL and date, and files beside it that the post names.
 * @param url the URL of the post at its old site
 */
export function withPostInputs(name: string, tag: OwnTag, post: ReadPost, url: string): OwnTag {
  const texts = [tag.template, ...Object.values(tag.partials ?? {})].join('\n')
  const { title, date } = post.fields
  const files = READS_FILES.test(texts) ? readNamedFiles(name, post) : undefined
  return {
    ...tag,
    ...(files && { files }),
    ...(/\.Page\.|\.(?:Rel)?Permalink\b/.test(texts) && {
      page: { title, url: asHugo(url), ...(date && { date }) },
    }),
  }
}

/** Hugo's `RelPermalink` ends in a slash unless it is a file. */
function asHugo(url: string): string {
  return /\/$|\.\w+$/.test(url) ? url : `${url}/`
}

const READS_FILES = /\.Resources\.Get|\breadFile\b|\bos\.ReadFile\b/

/** Files of the blog that a use of the tag names, from the folder of the post or the root of the blog. */
function readNamedFiles(name: string, { body, file, blog }: ReadPost): Record<string, string> {
  const files = new Map<string, string>()
  const known = pathsOf(blog)
  const folder = posix.dirname(file.inBlog)
  const uses = new RegExp(`\\{\\{[<%]\\s*${escapeRegExp(name)}\\s([^<>%]*)[%>]\\}\\}`, 'g')
  for (const [, written = ''] of body.matchAll(uses)) {
    for (const [, quoted, bare] of written.matchAll(/["'`]([^"'`]+)["'`]|([^\s=]+)/g)) {
      const word = quoted ?? bare ?? ''
      const path = [posix.join(folder, word), posix.normalize(word)].find((each) => known.has(each))
      if (path === undefined) continue
      const text = readSmall(`${blog.dir}/${path}`)
      if (text !== undefined) files.set(word.replace(/^\.?\//, ''), text)
    }
  }
  return Object.fromEntries(files)
}

/** @returns undefined if the file is large, or not text */
function readSmall(path: string): string | undefined {
  if (statSync(path).size > MAX_FILE) return undefined
  const text = readFileSync(path, 'utf8')
  return text.includes('\0') || text.includes('\uFFFD') ? undefined : text
}

function pathsOf(blog: ReadPost['blog']): ReadonlySet<string> {
  let known = pathSets.get(blog)
  if (!known) {
    known = new Set(blog.files)
    pathSets.set(blog, known)
  }
  return known
}

const pathSets = new WeakMap<ReadPost['blog'], ReadonlySet<string>>()
