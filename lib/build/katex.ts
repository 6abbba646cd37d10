import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { katexFolder } from '../blog/body/body-assets'
import { PublicFiles } from '../public-files'

/**
 * Copies KaTeX's style sheet and its fonts to `public/_quire/katex-<version>/`. They are served as files, and linked
 * only by pages with math: if they were imported, every page would load them. Of each font only the WOFF2, which every browser
 * of the last eight years supports.
 * @param projectDir absolute path of the folder that holds package.json
 */
export async function copyKatex(projectDir: string): Promise<void> {
  const from = path.dirname(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'))
  const files = new PublicFiles(projectDir, 'katex')
  const css = await readFile(path.join(from, 'katex.min.css'), 'utf8')
  await files.write(`${katexFolder}/katex.css`, keepWoff2(css))
  const fonts = (await readdir(path.join(from, 'fonts'))).filter((font) => font.endsWith('.woff2'))
  await Promise.all(
    fonts.map(async (font) =>
      files.write(`${katexFolder}/fonts/${font}`, await readFile(path.join(from, 'fonts', font))),
    ),
  )
  await files.removeStale()
}

/** `src:url(a.woff2) format("woff2"),url(a.woff) …,url(a.ttf) …` keeps only its first URL. */
export function keepWoff2(css: string): string {
  return css.replace(/,url\([^)]+\.(?:woff|ttf)\) ?format\("(?:woff|truetype)"\)/g, '')
}
