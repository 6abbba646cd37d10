import type { Root } from 'mdast'
import { visit } from '../../model/visit'
import type { Content } from '../nodes'

/**
 * The definitions of a document as lines, so that `[text][name]` is a link in a part of it that is parsed on its own. The
 * URLs come from the definitions of the document: `dropDefinitions` removes these.
 */
export function listDefinitions(tree: Root): string {
  const names: string[] = []
  visit(tree, 'definition', ({ identifier, label }) => void names.push(label ?? identifier))
  return names.map((name) => `[${name}]: <${NOWHERE}>\n`).join('')
}

export function dropDefinitions(nodes: readonly Content[]): Content[] {
  return nodes.filter((node) => node.type !== 'definition' || node.url !== NOWHERE)
}

const NOWHERE = '#'
