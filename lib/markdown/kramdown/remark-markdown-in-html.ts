import type { Html, Paragraph, Root } from 'mdast'
import stripIndent from 'strip-indent'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { replaceChild } from '../content'
import { contextOf } from '../context'
import { type Content, element } from '../nodes'
import { type ParseOptions, parseFragment } from '../parse'
import { dropDefinitions, listDefinitions } from './definitions'

/**
 * Kramdown's `<div markdown="1">`: the content of the element is Markdown. CommonMark reads what follows a blank line; the
 * lines directly after the element's tag are read here.
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function remarkMarkdownInHtml() {
  return (tree: Root, file: VFile): void => {
    const { settings } = contextOf(file)
    if (!syntaxOf(settings).kramdown || !/\smarkdown\s*=/.test(String(file))) return
    const definitions = listDefinitions(tree)
    // The content of an element in an element is parsed once for each: deeper than a few levels is no text of a person.
    let left = MAX_LEVELS * String(file).length
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined || left < 0) return undefined
      const pieces = split(node, (text, options) => {
        left -= text.length
        const source = text.includes('][') ? `${definitions}\n${text}` : text
        return dropDefinitions(parseFragment(source, settings, node.position, options))
      })
      if (!pieces) return undefined
      replaceChild(parent, index, pieces)
      // The parsed content may contain another such element.
      return index
    })
  }
}

const MAX_LEVELS = 20

const ATTRIBUTE = /\s+markdown\s*=\s*(?:"(?:1|0|block|span)"|'(?:1|0|block|span)'|1|0|block|span)/

function split(
  node: Html,
  parse: (text: string, options?: ParseOptions) => Content[],
): Content[] | undefined {
  const opening = /<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/i.exec(node.value)
  if (!opening) return undefined
  const [tag, name = '', attributes = ''] = opening
  if (!ATTRIBUTE.test(attributes)) {
    const later = node.value.slice(opening.index + tag.length)
    if (!ATTRIBUTE.test(later)) return undefined
    const cut = opening.index + tag.length
    return [html(node, node.value.slice(0, cut)), html(node, later)]
  }
  const isText = /markdown\s*=\s*["']?0/.test(attributes)
  const start = node.value.slice(0, opening.index) + tag.replace(ATTRIBUTE, '')
  const rest = node.value.slice(opening.index + tag.length)
  const end = endOf(rest, name)
  const inner = rest.slice(0, end)
  const after = rest.slice(end)
  if (isText || inner.trim() === '')
    return [html(node, start + inner), ...(after === '' ? [] : [html(node, after)])]
  const isSpan =
    /markdown\s*=\s*["']?span/.test(attributes) || /^(?:p|span|h[1-6]|td|th|dt|li|summary|a)$/i.test(name)
  // In a sentence a comment at the start is no block.
  const options = /^(?:span|a)$/i.test(name) && !/\n[ \t]*\n/.test(inner) ? { phrasing: true } : undefined
  const content = parse(stripIndent(inner.replace(/^[ \t]*\n/, '')), options).flatMap((child): Content[] =>
    isSpan && child.type === 'paragraph' ? joined(child) : [child],
  )
  return [html(node, start), ...content, ...(after === '' ? [] : [html(node, after)])]
}

/** One node: between blocks a line ending is added, which is a space between the parts of a sentence. */
function joined({ children, position }: Paragraph): Content[] {
  return children.length > 1 ? [element('span', {}, children, position)] : children
}

/** The start of the element's end tag; the end of the text if it follows a blank line. */
function endOf(text: string, name: string): number {
  let depth = 1
  for (const match of text.matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi'))) {
    depth += match[1] ? -1 : 1
    if (depth === 0) return match.index
  }
  return text.length
}

function html(node: Html, value: string): Html {
  return { type: 'html', value, position: node.position }
}
