import type { DialectRecord } from '../../dialects/dialect'
import type { BlogSettings } from './blog'

/**
 * Reads the URL patterns that a system keeps in files of data beside its posts, each for one folder.
 * @param paths every file of the blog, relative to its root
 */
export async function readFolderData(
  { folderData }: DialectRecord,
  paths: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<BlogSettings['defaults']> {
  const defaults: BlogSettings['defaults'] = []
  for (const path of paths) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0))
    const name = path.slice(folder.length + 1).replace(/\..*$/, '')
    // Such a file has the name of its folder.
    if (folder === '' || name !== folder.split('/').at(-1) || !folderData?.files.test(path)) continue
    const permalink = folderData.readPermalink(await read(path))
    if (permalink !== undefined) defaults.push({ folder, fields: { permalink } })
  }
  return defaults
}

/** Adds defaults of folders; the narrower scope comes later and wins. */
export function withFolderData(settings: BlogSettings, added: BlogSettings['defaults']): BlogSettings {
  const defaults = [...settings.defaults, ...added].sort((a, b) => a.folder.length - b.folder.length)
  return { ...settings, defaults }
}
