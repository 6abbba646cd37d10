import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { addFeature, contextOf, placeOf } from '../context'
import { type Content, type ElementNode, element } from '../nodes'
import type { Embed } from './providers'

/** The element that a component replaces; its content is for feeds and other readers without components. */
export function embedElement(embed: Embed, position: Position | undefined, file: VFile): ElementNode {
  listEmbed(embed, { position }, file)
  const { provider, id, url, props } = embed
  const label = props?.title ?? url.replace(/^https?:\/\/(?:www\.)?/, '')
  const link: Content = { type: 'link', url, children: [{ type: 'text', value: label, position }], position }
  return element(
    'x-embed',
    { provider, id, url, ...props },
    [{ type: 'paragraph', children: [link], position }],
    position,
  )
}

/** Records that the document embeds content of another site. */
export function listEmbed(embed: Embed, node: { position?: Position | undefined }, file: VFile): void {
  const { provider, id, url } = embed
  const { rendered } = contextOf(file)
  rendered.embeds.push({ provider, id, url, ...placeOf(file, node) })
  rendered.anchors.push(`${provider}-${id}`)
  addFeature(file, 'embed')
}
