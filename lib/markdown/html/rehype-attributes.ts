import type { Element, Root } from 'hast'
import { htmlVoidElements } from 'html-void-elements'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../../model/visit'
import { report } from '../context'
import { readStyle } from './read-style'

/**
 * Keeps only elements and attributes that React, and any parser that reads the HTML again, can handle. Removes
 * and reports `ref` and `key` (reserved by React), invalid names (`"`, `@click`), invalid declarations of a
 * `style`, and elements that cannot be shown, whose content stays.
 */
export function rehypeAttributes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (parent && index !== undefined && !isShowable(node)) {
        report(file, node, {
          rule: 'markdown/element',
          message: `<${node.tagName}> cannot be shown as an element; only its content is shown.`,
          hint: 'Use another element, or remove it.',
        })
        parent.children.splice(index, 1, ...node.children)
        return [SKIP, index]
      }
      cleanAttributes(node, file)
      return undefined
    })
  }
}

const NAME = /^[A-Za-z][\w.:-]*$/

function isShowable({ tagName, children }: Element): boolean {
  if (!NAME.test(tagName) || tagName === 'menuitem') return false
  // In an SVG, parsers allow children in an element of this name.
  return children.length === 0 || !htmlVoidElements.includes(tagName.toLowerCase())
}

function cleanAttributes(node: Element, file: VFile): void {
  const { properties, tagName } = node
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'style') cleanStyle(node, String(value), file)
    else if (RESERVED.has(name) || !NAME.test(name) || (tagName === 'textarea' && name === 'value')) {
      delete properties[name]
      reportAttribute(node, file, `The attribute "${name}" of <${tagName}> is removed: it is not valid HTML.`)
    }
  }
}

/** Names that React reserves. */
const RESERVED: ReadonlySet<string> = new Set(['ref', 'key', 'children'])

function cleanStyle(node: Element, value: string, file: VFile): void {
  const { style, left } = readStyle(value)
  if (left.length === 0) return
  if (style === '') delete node.properties.style
  else node.properties.style = style
  reportAttribute(
    node,
    file,
    `The style "${left.join('; ')}" of <${node.tagName}> is removed: it is not valid CSS.`,
  )
}

function reportAttribute(node: Element, file: VFile, message: string): void {
  report(file, node, { rule: 'markdown/attribute', message, hint: 'Correct or remove it.' })
}
