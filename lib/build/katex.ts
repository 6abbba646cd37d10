import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { katexAddress } from '../blog/body/body-assets'

/**
 * Copies KaTeX's style sheet and its fonts to `public/assets/katex-<version>/`. They are served as files, and linked
 * by pages with math alone: imported, they would reach every page. Of each font only the WOFF2, which every browser
 * of the last eight years reads.
 * @param projectDir absolute path of the folder that holds package.json
 */
export async function copyKatex(projectDir: string): Promise<void> {
  const from = path.dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'))
  const to = path.join(projectDir, 'public', katexAddress)
  await removeOtherVersions(path.dirname(to), path.basename(to))
  await mkdir(path.join(to, 'fonts'), { recursive: true })
  const css = await readFile(path.join(from, 'katex.min.css'), 'utf8')
  await writeFile(path.join(to, 'katex.css'), keepWoff2(css))
  const fonts = (await readdir(path.join(from, 'fonts'))).filter((font) => font.endsWith('.woff2'))
  await Promise.all(
    fonts.map((font) => copyFile(path.join(from, 'fonts', font), path.join(to, 'fonts', font))),
  )
}

/** `src:url(a.woff2) format("woff2"),url(a.woff) …,url(a.ttf) …` keeps its first address. */
export function keepWoff2(css: string): string {
  return css.replace(/,url\([^)]+\.(?:woff|ttf)\) ?format\("(?:woff|truetype)"\)/g, '')
}

async function removeOtherVersions(directory: string, keep: string): Promise<void> {
  const entries = await readdir(directory).catch(() => [])
  const stale = entries.filter((entry) => entry.startsWith('katex-') && entry !== keep)
  await Promise.all(stale.map((entry) => rm(path.join(directory, entry), { recursive: true })))
}
