import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { addFeature, contextOf, placeOf, report } from './context'
import type { Embed } from './embeds'
import { type Content, element } from './nodes'
import type { TagNode } from './remark-tag-syntax'
import { readArguments } from './tag-arguments'
import { readTag } from './tag-source'
import { tags } from './tags'

/** Gives tags their meaning. One that has none is shown as its source, and reported. */
export function remarkTags() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'tag', (node, index, parent) => {
      if (!parent || index === undefined) return
      parent.children[index] = meaningOf(node, file)
      return SKIP
    })
  }
}

function meaningOf(node: TagNode, file: VFile): Content {
  const tag = readTag(node.value)
  const meaning = Object.hasOwn(tags, tag.name) ? tags[tag.name]?.(readArguments(tag.arguments)) : undefined
  if (meaning?.as === 'embed') return embedElement(meaning.embed, node, file)
  report(file, node, {
    rule: 'markdown/unknown-tag',
    message: `unknown tag "${tag.name}" → rendered as its source`,
  })
  return element('code', { dataUnresolved: '' }, [{ type: 'text', value: node.value }], node.position)
}

/** The element a component takes the place of; what it holds is for feeds and readers without components. */
function embedElement(embed: Embed, node: TagNode, file: VFile): Content {
  const { provider, id, url, props } = embed
  const { rendered } = contextOf(file)
  rendered.embeds.push({ provider, id, url, ...placeOf(file, node) })
  rendered.anchors.push(`${provider}-${id}`)
  addFeature(file, 'embed')
  const label = url.replace(/^https?:\/\//, '')
  return element(
    'x-embed',
    { provider, id, url, ...props },
    [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: label }] }] }],
    node.position,
  )
}
