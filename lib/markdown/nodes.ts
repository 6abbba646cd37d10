import type { ElementContent, Properties } from 'hast'
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { Parent, Position } from 'unist'

/** An HTML element without Markdown notation, created by plugins before remark-rehype. */
export interface ElementNode extends Parent {
  type: 'element'
  children: Content[]
  data: { hName: string; hProperties: Properties; hChildren?: ElementContent[] }
}

export type Content = BlockContent | DefinitionContent | PhrasingContent

/** Creates an element in the Markdown tree. `position` is that of its notation. */
export function element(
  hName: string,
  hProperties: Properties,
  children: Content[],
  position?: Position | undefined,
): ElementNode {
  return { type: 'element', data: { hName, hProperties }, children, position }
}

declare module 'mdast' {
  interface RootContentMap {
    element: ElementNode
  }
  interface BlockContentMap {
    element: ElementNode
  }
  interface PhrasingContentMap {
    element: ElementNode
  }
}
