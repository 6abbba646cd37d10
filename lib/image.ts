import type { LocatedPicture } from './content-index'
import type { Image } from './post'
import type { Picture } from './source/document'

/**
 * A picture that front matter or site.yaml names, with the address it is served from.
 * @param pictures what is known of the document's own pictures, by the address as written
 */
export function toImage(
  picture: Picture | undefined,
  pictures: Record<string, LocatedPicture>,
): Image | undefined {
  return picture && { alt: picture.alt ?? '', ...(pictures[picture.src] ?? { url: picture.src }) }
}
