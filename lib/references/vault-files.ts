import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * Finds a file of an Obsidian vault by its name, in any folder, as in `![[harbour.png]]`. If several have
 * the name, the one with the shortest path is used; a folder before the name (`2020/harbour.png`) narrows the choice.
 * @param folder absolute path of the vault
 * @returns absolute path, or undefined
 * @see https://help.obsidian.md/links
 */
export function findInVault(name: string, folder: string): string | undefined {
  const wanted = name.toLowerCase()
  const found = filesOf(folder).filter((path) => {
    const lower = path.toLowerCase()
    return lower === wanted || lower.endsWith(`/${wanted}`)
  })
  const [nearest] = found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return nearest === undefined ? undefined : join(folder, nearest)
}

/**
 * Finds the only file of an imported blog whose path ends like a URL: `/images/a.png` is `statics/images/a.png`, whatever folder
 * its unknown system served.
 * @param path decoded, with at least one folder: a bare name says too little
 * @param folder absolute path of the blog
 * @returns absolute path; undefined if there is none or more than one
 */
export function findByEnding(path: string, folder: string): string | undefined {
  const ending = `/${path.replace(/^(?:\.{0,2}\/)+/, '')}`
  if (!/^\/[^/].*\/[^/]+$/.test(ending) || !IS_MEDIA.test(ending)) return undefined
  const [found, ...others] = filesOf(folder).filter((each) => `/${each}`.endsWith(ending))
  return found === undefined || others.length > 0 ? undefined : join(folder, found)
}

/** Not what may be part of a theme: pages, scripts and styles. */
const IS_MEDIA =
  /\.(?:png|jpe?g|jfif|gif|svg|webp|avif|bmp|ico|tiff?|mp[34]|m4[av]|og[gv]|wav|flac|webm|mov|pdf|docx?|xlsx?|pptx?|key|epub|zip|gz|7z|dmg|apk|csv)$/i

/** A run looks for hundreds of files: the folder is listed once, and again in the next run. */
const LOOK_AGAIN_AFTER = 2_000
const looks = new Map<string, { at: number; paths: string[] }>()

function filesOf(folder: string): string[] {
  const last = looks.get(folder)
  if (last && Date.now() - last.at < LOOK_AGAIN_AFTER) return last.paths
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
  looks.set(folder, { at: Date.now(), paths })
  return paths
}
