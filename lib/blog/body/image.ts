import type { LocatedPicture } from '../../model/content-index'
import type { Picture } from '../../model/document'
import type { Image } from '../../model/post'
import { ownValue } from '../../model/records'

/**
 * A picture that front matter or site.yaml names, with the address it is served from.
 * @param pictures what is known of the document's own pictures, by the address as written
 */
export function toImage(
  picture: Picture | undefined,
  pictures: Record<string, LocatedPicture>,
): Image | undefined {
  return picture && { alt: picture.alt ?? '', ...(ownValue(pictures, picture.src) ?? { url: picture.src }) }
}
