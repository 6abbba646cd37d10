import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from '../context'
import { element } from '../nodes'

/**
 * Makes `![](url)Text` a figure with the text as its caption: what an export from Ghost leaves of one. Only where
 * no space stands between the two, and the picture has no alternative text (in a text that Ghost wrote it may).
 */
export function remarkFigures() {
  return (tree: Root, file: VFile): void => {
    const fromGhost = contextOf(file).settings.source.dialect === 'ghost'
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const [image, caption, ...rest] = paragraph.children
      if (!parent || index === undefined || image?.type !== 'image' || !caption) return
      if (image.alt && !fromGhost) return
      if (caption.type === 'text' ? /^[\s\p{P}]/u.test(caption.value) : caption.type === 'break') return
      parent.children[index] = element(
        'figure',
        {},
        [image, element('figcaption', {}, [caption, ...rest])],
        paragraph.position,
      )
    })
  }
}
