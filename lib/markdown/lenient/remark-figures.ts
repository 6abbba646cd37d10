import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { contextOf } from '../context'
import { element } from '../nodes'

/**
 * Turns `![](url)Text` into a figure with the text as its caption, as exported by Ghost. Only if there is no space
 * between the two and the picture has no alternative text (which is allowed in documents from Ghost); in documents
 * without a dialect only if the text is as short as a caption; never in dialects whose engine showed a paragraph.
 */
export function remarkFigures() {
  return (tree: Root, file: VFile): void => {
    const { dialect } = contextOf(file).settings.source
    const fromGhost = dialect === 'ghost'
    if (!fromGhost && dialect !== 'plain') return
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const [image, caption, ...rest] = paragraph.children
      if (!parent || index === undefined || image?.type !== 'image' || !caption) return
      if (!fromGhost && (image.alt || textOf(paragraph).length > MAX_CAPTION)) return
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

/** Characters: two lines of a page. */
const MAX_CAPTION = 160
