import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import pLimit from 'p-limit'
import { readSchemeUrl } from '../markdown/extract/link-schemes'
import type { LocatedPicture } from '../model/content-index'
import type { Picture, Source } from '../model/document'
import type { Problem } from '../model/problem'
import { emptyRecord } from '../model/records'
import type { Reference } from '../model/rendered'
import { isMarkdown } from '../urls/markdown-files'
import type { RenderedDocument } from './documents'
import { findFile } from './files'
import type { MediaStore } from './media'
import { withoutOrigin } from './own-origin'

/**
 * Finds the local files that a document uses: the pictures of its text, the share image of its front matter, and
 * files that it links to, e.g. `paper.pdf`.
 * @param isPublished false if readers must not see the document: its files are then measured but not served
 * @param origins of this site and of the old one: a file below them is one of the author's, if it exists
 * @returns each file by the URL in the HTML, and a warning for each missing picture. Pictures
 *   on other hosts do not change: the build does not use the network.
 */
export async function locateFiles(
  document: RenderedDocument,
  media: MediaStore,
  projectDir: string,
  isPublished = true,
  origins: readonly (string | undefined)[] = [],
): Promise<{ pictures: Record<string, LocatedPicture>; problems: Problem[] }> {
  const { rendered, staged } = document
  const { source } = staged.settings
  const pictures = emptyRecord<LocatedPicture>()
  const problems: Problem[] = []
  for (const { url, line, column } of [
    ...rendered.images,
    ...(await shareImage(staged.image, source, projectDir)),
  ]) {
    const [address, owner] = withoutOrigin(url, origins)
    if ((isElsewhere(address) && !readSchemeUrl(address)) || Object.hasOwn(pictures, url)) continue
    const file = findFile(address, source, projectDir)
    if (file) pictures[url] = await media.locate(file, isPublished)
    // The old host may still have what was not imported.
    else if (owner !== 'old') problems.push(missingPicture({ url, line, column }, source))
  }
  for (const { url } of rendered.links) {
    const [address] = withoutOrigin(url, origins)
    if (isElsewhere(address) || Object.hasOwn(pictures, url) || isDocument(address)) continue
    const file = findFile(address, source, projectDir)
    if (file) pictures[url] = await media.locate(file, isPublished)
  }
  return { pictures, problems }
}

/**
 * Whether a URL is absolute, and so cannot refer to a local file: `https:`, `data:`, `//host`. A vault's names
 * (`wikilink:`) are included.
 */
export function isElsewhere(url: string): boolean {
  return /^(?:(?!wikilink:)[a-z][a-z\d+.-]*:|\/\/)/i.test(url)
}

/** Whether a link refers to a document, which is a page and not a file. */
function isDocument(url: string): boolean {
  return isMarkdown(url.replace(/[?#].*$/s, ''))
}

/** Enough parallel reads to keep the disk busy, few enough for any limit of open files (often 1,024). */
const limit = pLimit(64)

/**
 * The position of the front matter's image is not staged: it is the first place above the text where its URL appears.
 */
export async function shareImage(
  image: Picture | undefined,
  source: Source,
  projectDir: string,
): Promise<Reference[]> {
  if (!image) return []
  const text = await limit(() => readFile(resolve(projectDir, source.file), 'utf8')).catch(() => '')
  const lines = text.split('\n').slice(0, source.bodyLine - 1)
  const index = lines.findIndex((line) => line.includes(image.src))
  const column = (lines[index]?.indexOf(image.src) ?? 0) + 1
  return [{ url: image.src, line: Math.max(index, 0) + 1, column }]
}

export function missingPicture({ url, line, column }: Reference, source: Source): Problem {
  return {
    severity: 'warning',
    rule: 'references/missing-picture',
    file: source.file,
    line,
    column,
    message: `There is no picture “${readSchemeUrl(url)?.name ?? url}”.`,
    hint: 'Put the file beside the post or into public/, or correct the path.',
  }
}
