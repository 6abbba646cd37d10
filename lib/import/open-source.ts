import { mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { trimEndOf } from '../model/trim-end'
import type { ExportSource } from './imported-post'
import { openDevto, openHashnode } from './sources/articles'
import { openBlogger } from './sources/blogger'
import { openGhost } from './sources/ghost'
import { openMedium, openSubstack } from './sources/web-pages'
import { openWordpress } from './sources/wordpress'
import { unpackZip } from './sources/zip'

/** Something that can be imported: an export, or a folder of files that are copied unchanged. */
export type Source =
  | { kind: 'export'; source: ExportSource }
  | { kind: 'folder'; folder: string; name: string }

/**
 * Detects what was given: a folder, an export file, or a zip of either.
 * @returns the source, and a function to call when it is no longer needed
 * @throws {Error} with a message for the author if it is unknown
 */
export async function openSource(path: string): Promise<{ source: Source; close: () => Promise<void> }> {
  const info = await stat(path).catch(() => undefined)
  if (!info) throw new Error(`There is no file or folder “${path}”.`)
  const name = nameOf(path)
  if (info.isDirectory()) return { source: await openFolder(path, name), close: async () => {} }
  if (!(await isZip(path))) {
    const source = await openFile(path)
    if (!source) throw new Error(`“${path}” is not a known export. ${KNOWN}`)
    return { source: { kind: 'export', source }, close: async () => {} }
  }
  const folder = await mkdtemp(join(tmpdir(), 'quire-import-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    await unpackZip(path, folder)
    return { source: await openFolder(await innermost(folder), name), close }
  } catch (error) {
    await close()
    throw error
  }
}

const KNOWN =
  'Give a folder, or an export of WordPress, Ghost, Medium, Substack, Blogger, Hashnode or dev.to, also as a zip.'

async function openFolder(folder: string, name: string): Promise<Source> {
  const exported = (await openSubstack(folder)) ?? (await openMedium(folder))
  if (exported) return { kind: 'export', source: exported }
  // The zip of WordPress, Ghost or Blogger contains one file; a folder of a blog contains other files too.
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => !entry.name.startsWith('.'),
  )
  const files = entries.filter((entry) => /\.(?:xml|json|atom)$/i.test(entry.name))
  if (files.length > 0 && files.length <= 3 && !entries.some((entry) => /\.mdx?$/i.test(entry.name))) {
    for (const file of files) {
      const source = await openFile(join(folder, file.name))
      if (source) return { kind: 'export', source }
    }
  }
  return { kind: 'folder', folder, name }
}

async function openFile(path: string): Promise<ExportSource | undefined> {
  const head = await readHead(path)
  const root = rootOf(head)
  if (root === 'rss' && head.includes('wordpress.org/export')) return openWordpress(path)
  if (root === 'feed') return openBlogger(path)
  if (!/^\s*[[{]/.test(head)) return undefined
  const json: unknown = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text.replace(/^\uFEFF/, '')))
    .catch(() => undefined)
  return openGhost(json) ?? openHashnode(json) ?? openDevto(json)
}

/** The name of the first element of XML, after its declaration and comments. */
function rootOf(head: string): string | undefined {
  const pattern = /\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<([\w:-]+))/y
  for (let found = pattern.exec(head); found; found = pattern.exec(head)) if (found[1]) return found[1]
  return undefined
}

/** The first 8 KB: comments before the root of a WordPress export take three. */
async function readHead(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
  } finally {
    await file.close()
  }
}

async function isZip(path: string): Promise<boolean> {
  const head = await readHead(path)
  return head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')
}

/** Most zips contain one folder with everything in it. */
async function innermost(folder: string): Promise<string> {
  const [only, ...others] = await readdir(folder, { withFileTypes: true })
  const isWrapped = only?.isDirectory() && others.length === 0 && only.name !== 'posts'
  return isWrapped && only ? innermost(join(folder, only.name)) : folder
}

function nameOf(path: string): string {
  const name = basename(trimEndOf(path, '\\/'))
  return name.slice(0, name.length - extname(name).length) || name
}
