import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { h } from '../nodes'

/**
 * Makes a picture that stands alone and has a title, `![what is seen](a.png "A caption")`, a figure with the title
 * as its caption. A picture in a sentence keeps its title.
 */
export function rehypeCaptions() {
  return (tree: Root): void => {
    visit(tree, 'element', (paragraph, index, parent) => {
      if (paragraph.tagName !== 'p' || !parent || index === undefined) return
      const image = onlyPicture(paragraph)
      const title = image?.properties.title
      if (!image || typeof title !== 'string' || title.trim() === '') return
      const { title: _, ...properties } = image.properties
      parent.children[index] = h('figure', {}, { ...image, properties }, h('figcaption', {}, title))
    })
  }
}

/** The picture of a paragraph that holds nothing else. */
function onlyPicture({ children }: Element): Element | undefined {
  const [child, ...others] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return others.length === 0 && child?.type === 'element' && child.tagName === 'img' ? child : undefined
}
