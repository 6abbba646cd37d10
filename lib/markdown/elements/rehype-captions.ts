import type { Element, Root } from 'hast'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { decodePercent } from '../../urls/decode'
import { contextOf } from '../context'

/**
 * Turns a picture that is alone in its paragraph and has a title, `![what is seen](a.png "A caption")`, into a figure with the title
 * as its caption. A picture in a sentence keeps its title, and so does one whose title adds no information: old editors
 * put the file's name or the alternative text there. Nothing changes in dialects that only had tooltips.
 */
export function rehypeCaptions() {
  return (tree: Root, file: VFile): void => {
    if (syntaxOf(contextOf(file).settings).titleTooltips) return
    visit(tree, 'element', (paragraph, index, parent) => {
      if (paragraph.tagName !== 'p' || !parent || index === undefined) return
      const image = onlyPicture(paragraph)
      const title = image?.properties.title
      if (!image || typeof title !== 'string' || !isCaption(title, image)) return
      const { title: _, ...properties } = image.properties
      parent.children[index] = h('figure', {}, { ...image, properties }, h('figcaption', {}, title))
    })
  }
}

function isCaption(title: string, { properties: { src, alt } }: Element): boolean {
  const words = comparable(title)
  if (words === '' || words === comparable(String(alt ?? ''))) return false
  const name = decodePercent(String(src ?? ''))
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')
  return words !== comparable(name) && words !== comparable(name.replace(/\.\w+$/, ''))
}

/** `Boat_2` and `boat-2` count as the same name. */
function comparable(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

/** The picture of a paragraph without other content. */
function onlyPicture({ children }: Element): Element | undefined {
  const [child, ...others] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  return others.length === 0 && child?.type === 'element' && child.tagName === 'img' ? child : undefined
}
