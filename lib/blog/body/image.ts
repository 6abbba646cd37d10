import type { LocatedPicture } from '../../model/content-index'
import type { Picture } from '../../model/document'
import type { Image } from '../../model/post'
import { ownValue } from '../../model/records'

/**
 * A picture named in front matter or site.yaml, with the URL it is served from.
 * @param pictures the pictures of the document, by the URL as written
 */
export function toImage(
  picture: Picture | undefined,
  pictures: Record<string, LocatedPicture>,
): Image | undefined {
  return picture && { alt: picture.alt ?? '', ...(ownValue(pictures, picture.src) ?? { url: picture.src }) }
}
