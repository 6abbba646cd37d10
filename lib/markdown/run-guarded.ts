import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { contextOf, emptyRendered, report } from './context'
import { rehypeText } from './extract/rehype-text'

/**
 * Runs all plugins as one: if one of them throws, the document is shown as plain paragraphs and the failure is reported
 * with source file and line. One failing post does not prevent the others from being published.
 * @throws errors thrown before the settings were read: then not even the name of the document is known
 */
export function runGuarded(this: Processor, plugins: Processor) {
  this.parser = () => ({ type: 'root', children: [] })

  return async (tree: Root, file: VFile): Promise<Root> => {
    try {
      const made = await plugins.run(tree, file)
      return isRoot(made) ? made : asParagraphs(file)
    } catch (error) {
      if (!file.data.quire) throw error
      const { rendered } = contextOf(file)
      Object.assign(rendered, emptyRendered(), { problems: rendered.problems })
      report(file, placeOfError(error), {
        rule: 'markdown/failed',
        message: `This document could not be rendered and is shown as plain paragraphs: ${messageOf(error)}`,
        hint: 'This is a bug in Quire. Please report it with the document.',
      })
      return asParagraphs(file)
    }
  }
}

function isRoot(node: { type: string }): node is Root {
  return node.type === 'root'
}

function asParagraphs(file: VFile): Root {
  const paragraphs = String(file)
    .split(/\n[ \t]*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const root: Root = { type: 'root', children: paragraphs.map((text): Element => h('p', {}, text)) }
  rehypeText()(root, file)
  return root
}

function placeOfError(error: unknown): { line: number; column: number } {
  const at = typeof error === 'object' && error !== null ? error : {}
  const line = 'line' in at && typeof at.line === 'number' ? at.line : 1
  return { line, column: 'column' in at && typeof at.column === 'number' ? at.column : 1 }
}

function messageOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}
