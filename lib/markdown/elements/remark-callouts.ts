import type { Blockquote, Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../model/visit'
import { isFilled } from '../content'
import { contextOf } from '../context'
import type { Content } from '../nodes'
import { callout } from './callout'

/**
 * Turns `> [!NOTE]` into a callout: GitHub's five kinds, Obsidian's other kinds with their titles, and Obsidian's foldable
 * ones (`[!tip]-` closed, `[!tip]+` open).
 * @see https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 * @see https://help.obsidian.md/callouts
 */
export function remarkCallouts() {
  return (tree: Root, file: VFile): void => {
    const { lang } = contextOf(file).settings
    visit(tree, 'blockquote', (quote, index, parent) => {
      if (!parent || index === undefined) return
      const made = calloutOf(quote, lang)
      if (made) parent.children[index] = made
    })
  }
}

const MARKER = /^\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\]([+-]?)(?:[ \t]+|(?=\n)|$)/

function calloutOf(quote: Blockquote, lang: string): Content | undefined {
  const [first, ...rest] = quote.children
  if (first?.type !== 'paragraph') return undefined
  const [text, ...others] = first.children
  if (text?.type !== 'text') return undefined
  const marker = MARKER.exec(text.value)
  if (!marker?.[1]) return undefined
  const children: Paragraph['children'] = [{ ...text, value: text.value.slice(marker[0].length) }, ...others]
  const { line, below } = splitAtLineEnd(children)
  const body: Content[] = below.length > 0 ? [{ ...first, children: below }, ...rest] : rest
  return callout(marker[1].toLowerCase(), line, body, lang, marker[2], quote.position)
}

/** The first line is the title; the rest of the same paragraph is text. */
function splitAtLineEnd(children: Paragraph['children']): {
  line: Paragraph['children']
  below: Paragraph['children']
} {
  for (const [index, child] of children.entries()) {
    if (child.type === 'break')
      return { line: children.slice(0, index).filter(isFilled), below: children.slice(index + 1) }
    if (child.type !== 'text') continue
    const end = child.value.indexOf('\n')
    if (end < 0) continue
    return {
      line: [...children.slice(0, index), { ...child, value: child.value.slice(0, end) }].filter(isFilled),
      below: [{ ...child, value: child.value.slice(end + 1) }, ...children.slice(index + 1)].filter(isFilled),
    }
  }
  return { line: children.filter(isFilled), below: [] }
}
