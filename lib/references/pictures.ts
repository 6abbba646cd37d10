import type { LocatedPicture } from '../content-index'
import type { Picture, Source } from '../source/document'
import type { Problem } from '../source/problem'
import type { RenderedDocument } from './documents'
import { findFile } from './files'
import type { MediaStore } from './media'

/**
 * Finds the pictures of a document: those of its text and the share image of its front matter.
 * @returns what is known of each by the address in the HTML, and a warning for each that is not there. Pictures on
 *   other hosts stay as they are: nothing of the build touches the network.
 */
export async function locatePictures(
  document: RenderedDocument,
  media: MediaStore,
  projectDir: string,
): Promise<{ pictures: Record<string, LocatedPicture>; problems: Problem[] }> {
  const { source } = document.staged.settings
  const pictures: Record<string, LocatedPicture> = {}
  const problems: Problem[] = []
  for (const { url, line, column } of [...document.rendered.images, ...shareImage(document.staged.image)]) {
    if (isElsewhere(url) || url in pictures) continue
    const file = findFile(url, source, projectDir)
    if (file) pictures[url] = await media.locate(file)
    else problems.push(missingPicture(url, source, line, column))
  }
  return { pictures, problems }
}

/** Whether an address is complete, and so names nothing of the author's files: `https:`, `data:`, `//host`. */
export function isElsewhere(url: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)
}

// Front matter's image has no place of its own in the staged file; the message names the first line.
function shareImage(image: Picture | undefined) {
  return image ? [{ url: image.src, line: 1, column: 1 }] : []
}

function missingPicture(url: string, source: Source, line: number, column: number): Problem {
  return {
    severity: 'warning',
    rule: 'references/missing-picture',
    file: source.file,
    line,
    column,
    message: `There is no picture “${url}”.`,
    mend: 'Put the file beside the post or into public/, or mend the path.',
  }
}
