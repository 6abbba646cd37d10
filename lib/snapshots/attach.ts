import type { Element, Parents, Root } from 'hast'
import { visit } from '../model/visit'
import { isHttp } from '../urls/is-http'
import { snapshotName } from './names'
import type { PublishedSnapshot } from './published'
import type { Snapshot } from './snapshot'

/**
 * Attaches snapshots to a text: every `<x-embed>` gets the data for its component and, as its children, plain HTML
 * for feeds; remote pictures get their size, and the local copy if there is one.
 * @param find reads a published snapshot by its name; undefined if there is none
 */
export async function attachSnapshots(
  tree: Root,
  find: (name: string) => Promise<PublishedSnapshot | undefined>,
): Promise<void> {
  const embeds: Element[] = []
  const pictures: { picture: Element; parent: Parents }[] = []
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName === 'x-embed') embeds.push(element)
    if (parent && element.tagName === 'img' && isHttp(String(element.properties.src))) {
      pictures.push({ picture: element, parent })
    }
  })
  const anchors = new Set<string>()
  for (const embed of embeds) {
    const { provider, id } = embed.properties
    const name = snapshotName(String(provider), String(id))
    const anchor = anchors.has(name) ? undefined : name
    anchors.add(name)
    fillEmbed(embed, anchor, await find(name))
  }
  for (const { picture, parent } of pictures) {
    const published = await find(snapshotName('picture', String(picture.properties.src)))
    fillPicture(picture, published, standsAlone(picture, parent))
  }
}

function fillEmbed(
  embed: Element,
  anchor: string | undefined,
  published: PublishedSnapshot | undefined,
): void {
  const pasted = embed.children.some((child) => child.type === 'element' && child.tagName === 'blockquote')
  embed.data = {
    // `hast-util-from-html` declares it as always present.
    position: {},
    ...embed.data,
    embed: { anchor, pasted, snapshot: published?.snapshot, lang: published?.lang },
  }
  if (!published || published.plain.length === 0) return
  embed.children = structuredClone(selectFile(published, embed.properties.file))
}

/** A gist has several files; the text may name the one it means. */
function selectFile({ snapshot, plain }: PublishedSnapshot, name: unknown): PublishedSnapshot['plain'] {
  if (snapshot.outcome !== 'data' || snapshot.content.kind !== 'source' || !name) return plain
  const index = snapshot.content.source.files.findIndex((file) => file.name === name)
  return index < 0 ? plain : plain.slice(index, index + 1)
}

function fillPicture(picture: Element, published: PublishedSnapshot | undefined, alone: boolean): void {
  const { properties } = picture
  const content = published?.snapshot.outcome === 'data' ? published.snapshot.content : undefined
  if (content?.kind !== 'picture') {
    // The style sheet reserves a box of a fixed ratio for it. A picture within a line is a badge or an icon.
    if (alone && (!properties.width || !properties.height)) properties.dataUnmeasured = ''
    return
  }
  const { src, width, height } = content.picture
  if (src) properties.src = src
  if (properties.width || properties.height) return
  properties.width = width
  properties.height = height
}

function standsAlone(picture: Element, { children }: Parents): boolean {
  return children.every(
    (child) =>
      child === picture ||
      (child.type === 'text' && child.value.trim() === '') ||
      (child.type === 'element' && child.tagName === 'figcaption'),
  )
}

declare module 'hast' {
  interface ElementData {
    embed?: EmbedData
  }
}

/** What an embed's component receives in addition to the attributes of `<x-embed>`. */
export interface EmbedData {
  /** The element's `id`, for links; only at its first place on the page. */
  anchor?: string
  /** The author pasted the embed code of the other site, which has content even without a snapshot. */
  pasted: boolean
  snapshot?: Snapshot
  /** BCP 47, for dates in words. */
  lang?: string
}
