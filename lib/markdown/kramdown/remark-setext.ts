import type { Heading, Paragraph, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * Lines above `-----` are a heading only if they are one line: to kramdown, more are a paragraph that goes on with the
 * dashes, as in the output of a database. CommonMark makes all of them a heading.
 * @see https://kramdown.gettalong.org/syntax.html#setext-style
 */
export function remarkSetext() {
  return (tree: Root, file: VFile): void => {
    const { kramdown, tightHeadings } = syntaxOf(contextOf(file).settings)
    // RDiscount and Redcarpet make a heading of the last line, which shows the same text.
    if (!kramdown || tightHeadings) return
    visit(tree, 'heading', (heading, index, parent) => {
      const rule = ruleOf(heading, file)
      if (!parent || index === undefined || rule === undefined) return
      const next = parent.children[index + 1]
      const isOne = next?.type === 'paragraph' && next.position?.start.line === lineAfter(heading)
      const paragraph: Paragraph = {
        type: 'paragraph',
        children: [...heading.children, { type: 'text', value: `\n${rule}` }],
        position: heading.position,
      }
      if (isOne) paragraph.children.push({ type: 'text', value: '\n' }, ...next.children)
      parent.children.splice(index, isOne ? 2 : 1, paragraph)
    })
  }
}

/** The dashes below a heading of several lines, as kramdown shows them. */
function ruleOf({ position }: Heading, file: VFile): string | undefined {
  if (!position || position.end.line - position.start.line < 2) return undefined
  const source = String(file).slice(position.start.offset, position.end.offset)
  const rule = /\n[ \t>]*(-+|=+)[ \t]*$/.exec(source)?.[1]
  return rule?.replaceAll('---', '—').replaceAll('--', '–')
}

function lineAfter({ position }: Heading): number {
  return (position?.end.line ?? 0) + 1
}
