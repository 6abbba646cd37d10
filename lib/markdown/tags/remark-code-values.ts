import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { contextOf } from '../context'
import { wordsOfTag } from './own/words-of-tag'

/**
 * Hugo expands its shortcodes in code too: words that a site's own tag stands for, such as `{{< baseurl >}}` in a command
 * to copy, are written into it, and a commented tag (`/*` inside the braces) loses its comment. A tag whose template makes HTML
 * stays as written.
 */
export function remarkCodeValues() {
  return (tree: Root, file: VFile): void => {
    const { ownTags = {}, source } = contextOf(file).settings
    if (source.dialect !== 'hugo') return
    visit(tree, ['code', 'inlineCode'], (node) => {
      if (!('value' in node) || !node.value.includes('{{')) return
      node.value = node.value
        .replaceAll(
          TAG,
          (written, name: string, args: string) => wordsOfTag(ownTags, name, args.trim()) ?? written,
        )
        .replaceAll(COMMENTED, '$1$2$3')
    })
  }
}

const TAG = /\{\{[<%]\s*([\w-]+)((?:\s[^\n{}<>]{0,300})?)[%>]\}\}/g

const COMMENTED = /(\{\{[<%])\/\*([^\n{}]{0,300}?)\*\/([%>]\}\})/g
