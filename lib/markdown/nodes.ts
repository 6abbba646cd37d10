import type { ElementContent, Properties } from 'hast'
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { Parent, Position } from 'unist'

/** An element of the page that Markdown has no notation for: made by plugins before remark-rehype. */
export interface ElementNode extends Parent {
  type: 'element'
  children: Content[]
  data: { hName: string; hProperties: Properties; hChildren?: ElementContent[] }
}

export type Content = BlockContent | DefinitionContent | PhrasingContent

/** Makes an element of the Markdown tree. `position` is that of the notation it was made of. */
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
