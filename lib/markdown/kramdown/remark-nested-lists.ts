import type { List, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'

/**
 * Moves a list below a numbered item into that item if it is indented at all. CommonMark requires the width of the
 * number (`1. ` is three), so a list indented by two spaces splits the numbered list.
 */
export function remarkNestedLists() {
  return (tree: Root, file: VFile): void => {
    if (!syntaxOf(contextOf(file).settings).kramdown) return
    visit(tree, 'list', (list, index, parent) => {
      if (!parent || index === undefined) return
      let next = parent.children[index + 1]
      while (next?.type === 'list' && (isInside(list, next) || isContinued(list, next))) {
        if (isInside(list, next)) list.children.at(-1)?.children.push(next)
        else {
          list.children.push(...next.children)
          list.spread = list.spread || next.spread
        }
        if (list.position && next.position) list.position = { ...list.position, end: next.position.end }
        parent.children.splice(index + 1, 1)
        next = parent.children[index + 1]
      }
    })
  }
}

function isInside(outer: List, inner: List): boolean {
  return isNextLine(outer, inner) && columnOf(inner) > columnOf(outer)
}

/** Only after a list was moved into it: otherwise the two would already be one list. */
function isContinued(first: List, second: List): boolean {
  const last = first.children.at(-1)?.children.at(-1)
  return (
    last?.type === 'list' &&
    isNextLine(first, second) &&
    columnOf(second) === columnOf(first) &&
    second.ordered === first.ordered
  )
}

function isNextLine(first: List, second: List): boolean {
  return first.position?.end.line === (second.position?.start.line ?? 0) - 1
}

function columnOf(list: List): number {
  return list.position?.start.column ?? 0
}
