import type { Element, Root } from 'hast'
import { EXIT, visit } from '../../model/visit'

/** Whether an element contains a formula for KaTeX, as remark-math and a ```math fence mark it. */
export function isMath(node: Element): boolean {
  const { className } = node.properties
  if (!Array.isArray(className)) return false
  return (
    className.includes('language-math') ||
    className.includes('math-display') ||
    className.includes('math-inline')
  )
}

export function hasMath(tree: Root): boolean {
  let found = false
  visit(tree, 'element', (node) => {
    if (!isMath(node)) return undefined
    found = true
    return EXIT
  })
  return found
}
