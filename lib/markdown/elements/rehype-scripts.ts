import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../context'

/**
 * Takes scripts out of the text and says so: scripts in elements, in `on…` attributes and in `javascript:` addresses.
 * So too what would change the whole page, `<base>` and its like. The author is trusted with all other HTML.
 */
export function rehypeScripts() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'script' && parent && index !== undefined) {
        const { src } = node.properties
        report(file, node, {
          rule: 'markdown/script',
          message: src ? `A script is left out: ${String(src)}` : 'A script is left out.',
          hint: 'Use an embed of the guide, or link to what the script shows.',
        })
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (pageWide.has(node.tagName) && parent && index !== undefined) {
        report(file, node, {
          rule: 'markdown/page-element',
          message: `A <${node.tagName}> is left out: it speaks for the whole page, not for the text.`,
          hint: 'Change the page in app/, or its style in app/*.css.',
        })
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      for (const [name, value] of Object.entries(node.properties)) {
        const isHandler = name === 'srcDoc' || (/^on[A-Z]?[a-z]/.test(name) && typeof value === 'string')
        if (!isHandler && !(addresses.has(name) && isScript(value))) continue
        delete node.properties[name]
        report(file, node, {
          rule: 'markdown/script',
          message: `The script in "${name}" of <${node.tagName}> is left out: ${String(value)}`,
          hint: 'Remove the attribute.',
        })
      }
      return undefined
    })
  }
}

/** Elements that belong into a page's head. */
const pageWide = new Set(['base', 'link', 'meta'])

const addresses = new Set(['href', 'src', 'action', 'formAction', 'xLinkHref', 'data'])

/** Browsers skip control characters and spaces in a scheme. */
function isScript(value: unknown): boolean {
  if (typeof value !== 'string') return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers skip
  return /^(?:javascript|vbscript):/i.test(value.replaceAll(/[\u0000-\u0020]/g, ''))
}
