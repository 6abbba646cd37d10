import path from 'node:path'
import { createBlog } from '../blog/create-blog'
import { readGenerated } from '../blog/generated/read-generated'
import { findSnapshot } from '../blog/generated/snapshots'
import { readText } from '../blog/generated/texts'
import type { BuildMoment } from '../model/build-moment'
import type { ContentIndex } from '../model/content-index'
import { ALL_FACES } from '../share-images/faces'
import { findFontFiles, listRangeFiles } from '../share-images/font-files'
import { workspace } from '../workspace'
import { writeFileAtomic } from '../write-file'

/**
 * Lists the font files that share images of this site need, in `.quire/share-fonts.json`: only these are deployed with
 * the function that draws them (next.config.js).
 * @param projectDir absolute path of the folder that holds package.json
 */
export async function listShareFonts(projectDir: string): Promise<void> {
  const index: ContentIndex = readGenerated('.quire/index.json')
  const { now }: BuildMoment = readGenerated('.quire/build.json')
  const blog = createBlog(index, { now, environment: process.env, sources: { readText, findSnapshot } })
  const files = new Set(listRangeFiles(ALL_FACES))
  const missing: string[] = []
  for (const { card } of blog.listShareImages()) {
    const fonts = findFontFiles(card)
    if (fonts.missing.length === 0) for (const { path } of fonts.files) files.add(path)
    else missing.push(`${card.title} (${fonts.missing.join(' ')})`)
  }
  for (const title of missing) console.log(`No share image: no font has all characters of ${title}`)
  const paths = [...files].map((file) => path.relative(projectDir, file).split(path.sep).join('/')).sort()
  await writeFileAtomic(workspace(projectDir).shareFonts, JSON.stringify(paths))
}
