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

/**
 * Finds the files of ours that a document names: the pictures of its text, the share image of its front matter, and
 * what its links lead to beside other documents, e.g. `paper.pdf`.
 * @param isPublished false where readers must not see the document: its files are then measured and not served
 * @returns what is known of each by the address in the HTML, and a warning for each picture that is not there. Pictures
 *   on other hosts stay as they are: nothing of the build touches the network.
 */
export async function locateFiles(
  document: RenderedDocument,
  media: MediaStore,
  projectDir: string,
  isPublished = true,
): Promise<{ pictures: Record<string, LocatedPicture>; problems: Problem[] }> {
  const { rendered, staged } = document
  const { source } = staged.settings
  const pictures = emptyRecord<LocatedPicture>()
  const problems: Problem[] = []
  for (const { url, line, column } of [
    ...rendered.images,
    ...(await shareImage(staged.image, source, projectDir)),
  ]) {
    if ((isElsewhere(url) && !readSchemeUrl(url)) || Object.hasOwn(pictures, url)) continue
    const file = findFile(url, source, projectDir)
    if (file) pictures[url] = await media.locate(file, isPublished)
    else problems.push(missingPicture({ url, line, column }, source))
  }
  for (const { url } of rendered.links) {
    if (isElsewhere(url) || Object.hasOwn(pictures, url) || isDocument(url)) continue
    const file = findFile(url, source, projectDir)
    if (file) pictures[url] = await media.locate(file, isPublished)
  }
  return { pictures, problems }
}

/**
 * Whether an address is complete, and so names nothing of the author's files: `https:`, `data:`, `//host`. What a vault
 * names (`wikilink:`) is one of them.
 */
export function isElsewhere(url: string): boolean {
  return /^(?:(?!wikilink:)[a-z][a-z\d+.-]*:|\/\/)/i.test(url)
}

/** Whether a link means a document, and so a page of ours and not a file. */
function isDocument(url: string): boolean {
  return isMarkdown(url.replace(/[?#].*$/s, ''))
}

/** Enough reads at once to keep the disk busy, few enough for any limit of open files (often 1,024). */
const limit = pLimit(64)

/** The place of front matter's image is not staged: it is where its address first stands above the text. */
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
