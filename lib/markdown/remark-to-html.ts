import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { defListHastHandlers } from 'mdast-util-definition-list'
import remarkRehype from 'remark-rehype'
import type { VFile } from 'vfile'
import { stringsFor } from '../strings'
import { contextOf } from './context'

/** Converts the Markdown tree to an HTML tree. Added text (labels of footnotes) is in the document's language. */
export function remarkToHtml() {
  return (tree: Root, file: VFile): HtmlRoot => {
    const strings = stringsFor(contextOf(file).settings.lang)
    return remarkRehype({
      allowDangerousHtml: true,
      clobberPrefix: '',
      handlers: defListHastHandlers,
      footnoteLabel: strings.notes,
      footnoteBackLabel: (index: number, again: number) =>
        strings.backToText(index + 1) + (again > 1 ? `-${again}` : ''),
    })(tree, file)
  }
}
