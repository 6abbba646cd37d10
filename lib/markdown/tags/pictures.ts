import type { Image, Link } from 'mdast'
import type { Position } from 'unist'
import type { Content } from '../nodes'
import type { TagPicture } from './table/meaning'

/** A picture alone in its paragraph is put into a figure without the paragraph. */
export function withoutLonelyParagraph(nodes: Content[]): Content[] {
  return nodes.flatMap((node): Content[] => {
    if (node.type !== 'paragraph') return [node]
    const isPictures = node.children.every((child) => {
      const shown = child.type === 'link' && child.children.length === 1 ? child.children[0] : child
      return (
        shown?.type === 'image' ||
        shown?.type === 'imageReference' ||
        shown?.type === 'break' ||
        (shown?.type === 'text' && shown.value.trim() === '')
      )
    })
    return isPictures ? node.children.filter((child) => child.type !== 'break') : [node]
  })
}

/** Creates the picture of a tag, in a link if it has one. */
export function picture(given: TagPicture, position: Position | undefined): Image | Link {
  const { src, alt = '', title, width, height, classes, link, target, rel, loading } = given
  const image: Image = {
    type: 'image',
    url: src,
    alt,
    title: title ?? null,
    data: {
      hProperties: { width: pixels(width), height: pixels(height), className: classes, loading },
    },
    position,
  }
  if (!link) return image
  return {
    type: 'link',
    url: link,
    children: [image],
    data: { hProperties: { target, rel: rel?.split(' ') } },
    position,
  }
}

/** HTML only supports widths in pixels; `50%` is not a size that a page can reserve. */
function pixels(size: string | undefined): string | undefined {
  return size && /^\d+(?:px)?$/.test(size) ? size.replace('px', '') : undefined
}
