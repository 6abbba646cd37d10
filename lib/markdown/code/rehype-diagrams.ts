import type { Element, Parents, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { ownValue } from '../../model/records'
import { SKIP, visit, visitParents } from '../../model/visit'
import { stringsFor } from '../../strings'
import { addFeature, contextOf, report } from '../context'

/**
 * Draws fences of the language `mermaid` as SVG in the colours of the theme. Diagram types that the renderer does
 * not support stay readable as code, and are reported.
 */
export function rehypeDiagrams() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const blocks: { pre: Element; code: Element; parent: Parents }[] = []
    visitParents(tree, 'element', (node, ancestors) => {
      const [code] = node.tagName === 'pre' ? node.children : []
      const parent = ancestors.at(-1)
      if (code?.type === 'element' && isMermaid(code) && parent) blocks.push({ pre: node, code, parent })
    })
    for (const [index, { pre, code, parent }] of blocks.entries()) {
      const figure = await draw(code, `diagram-${index + 1}`, file)
      if (figure) parent.children.splice(parent.children.indexOf(pre), 1, figure)
    }
  }
}

/** The renderer's colour names, mapped to the theme's; the second value is the fallback for readers without the theme. */
const colors: Readonly<Record<string, string>> = {
  '--bg': 'var(--color-paper, #fff)',
  '--_text': 'var(--color-ink, #222)',
  '--_text-sec': 'var(--color-quiet, #666)',
  '--_text-muted': 'var(--color-quiet, #666)',
  '--_text-faint': 'var(--color-quiet, #666)',
  '--_line': 'var(--color-quiet, #666)',
  '--_arrow': 'var(--color-ink, #222)',
  '--_node-fill': 'var(--color-tint, #f6f5f2)',
  '--_node-stroke': 'var(--color-quiet, #666)',
  '--_group-fill': 'var(--color-paper, #fff)',
  '--_group-hdr': 'var(--color-tint, #f6f5f2)',
  '--_inner-stroke': 'var(--color-rule, #ddd)',
  '--_key-badge': 'var(--color-rule, #ddd)',
}

/** As many edges as Mermaid itself draws. Laying out 500 takes two seconds, and more than twice as long for twice as many. */
const MAX_STATEMENTS = 500

function countStatements(diagram: string): number {
  return diagram.split(/[\n;]|-->|---/).filter((part) => part.trim() !== '').length / 2
}

async function draw(code: Element, id: string, file: VFile): Promise<Element | undefined> {
  // Only loaded for documents with a diagram: its layout engine is as large as all the rest of this pipeline.
  const { renderMermaidSVG } = await import('beautiful-mermaid')
  let source: string
  try {
    if (/^\s*xychart/.test(textOf(code))) throw new Error('xy charts contain their own style sheet')
    if (countStatements(textOf(code)) > MAX_STATEMENTS)
      throw new Error(`it has more than ${MAX_STATEMENTS} statements`)
    source = renderMermaidSVG(textOf(code), { transparent: true, padding: 8 })
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n')
    report(file, code, {
      rule: 'markdown/diagram',
      message: `This diagram cannot be drawn and is shown as its source: ${reason}`,
      hint: 'Flowcharts and state, sequence, class and entity relationship diagrams are supported.',
    })
    return undefined
  }
  const root = fromHtml(source, { fragment: true, space: 'html' })
  const svg = root.children.find((child) => child.type === 'element')
  if (svg?.type !== 'element') return undefined
  addFeature(file, 'mermaid')
  adopt(svg, id, contextOf(file).settings.lang)
  // A wide drawing scrolls, so it must be reachable by keyboard.
  return h('figure', { className: ['diagram'], tabIndex: 0 }, svg)
}

/** Makes a drawing part of the page: without its own style sheet and external fonts, and with unique ids. */
function adopt(svg: Element, id: string, lang: string): void {
  const labels = new Set<string>()
  visit(svg, 'element', (node, index, parent) => {
    if (node.tagName === 'style' && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.tagName === 'text') labels.add(textOf(node).trim())
    for (const [name, value] of Object.entries(node.properties)) {
      // Internal attributes of the renderer.
      if (name.startsWith('data')) delete node.properties[name]
      else if (typeof value !== 'string') continue
      else
        node.properties[name] = value
          .replaceAll(/var\((--bg|--_[\w-]+)\)/g, (whole, color: string) => ownValue(colors, color) ?? whole)
          .replaceAll(/url\(#([\w-]+)\)/g, `url(#${id}-$1)`)
    }
    if (typeof node.properties.id === 'string') node.properties.id = `${id}-${node.properties.id}`
    return undefined
  })
  delete svg.properties.style
  Object.assign(svg.properties, {
    role: 'img',
    ariaLabel: stringsFor(lang).diagram([...labels].filter((label) => label !== '').join(', ')),
    fontFamily: 'var(--font-frame, system-ui, sans-serif)',
  })
}

function isMermaid({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes('language-mermaid')
}
