import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { defListHastHandlers } from 'mdast-util-definition-list'
import remarkRehype from 'remark-rehype'
import type { VFile } from 'vfile'
import { stringsFor } from '../strings'
import { contextOf } from './context'

/** Turns the tree of a text into one of HTML. What this adds (the names of footnotes) is in the text's own language. */
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
