import type { Heading, Paragraph, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { replaceChild } from '../content'
import { contextOf } from '../context'
import type { Content } from '../nodes'

/** Makes `#Title`, without a space, a heading if the document's original engine did. */
export function remarkTightHeadings() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).tightHeadings || !/^#/m.test(String(file))) return
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined || !hasTightHeading(paragraph, file)) return undefined
      const pieces = splitLines(paragraph.children).reduce<Content[]>(
        (blocks, line) => addLine(blocks, line, paragraph),
        [],
      )
      return replaceChild(parent, index, pieces)
    })
  }
}

const TIGHT = /^(#{1,6})(?=[^\s#])/

/** `\#Title` is meant as a paragraph. */
function hasTightHeading({ children, position }: Paragraph, file: VFile): boolean {
  const offset = position?.start.offset
  if (offset !== undefined && String(file).startsWith('\\#', offset)) return false
  return children.some((child) => child.type === 'text' && /^#{1,6}[^\s#]/m.test(child.value))
}

function addLine(blocks: Content[], line: PhrasingContent[], { position }: Paragraph): Content[] {
  const [first, ...rest] = line
  const marker = first?.type === 'text' ? TIGHT.exec(first.value)?.[1] : undefined
  if (first?.type === 'text' && marker) {
    const children: PhrasingContent[] = [{ ...first, value: first.value.slice(marker.length) }, ...rest]
    const last = children.at(-1)
    if (last?.type === 'text') last.value = last.value.replace(/\s*#+\s*$/, '').trimEnd()
    const heading: Heading = { type: 'heading', depth: marker.length as Heading['depth'], children, position }
    return [...blocks, heading]
  }
  const open = blocks.at(-1)
  if (open?.type === 'paragraph') open.children.push({ type: 'text', value: '\n' }, ...line)
  else blocks.push({ type: 'paragraph', children: line, position })
  return blocks
}

/** Splits phrasing at its line endings. */
function splitLines(children: PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child)
      continue
    }
    for (const [index, value] of child.value.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (value !== '') lines.at(-1)?.push({ ...child, value })
    }
  }
  return lines.filter((line) => line.length > 0)
}
