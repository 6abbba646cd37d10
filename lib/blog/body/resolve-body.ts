import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { readSourceSet, writeSourceSet } from '../../markdown/extract/srcset'
import type { LocatedPicture, References } from '../../model/content-index'
import { ownValue } from '../../model/records'
import type { TocEntry } from '../../model/rendered'
import { attachSnapshots } from '../../snapshots/attach'
import type { PublishedSnapshot } from '../../snapshots/published'

/** A rendered text as pages show it: `resolveBody`, and with what is kept of everything it embeds. */
export async function readBody(
  html: string,
  references: References,
  findSnapshot: BodySources['findSnapshot'],
): Promise<Root> {
  const body = resolveBody(html, references)
  await attachSnapshots(body, findSnapshot)
  return body
}

/**
 * Parses a rendered text and gives every address in it its present one.
 * @param html the `body.html` of a document
 * @param references what the document's addresses mean, by the address in the HTML
 * @returns a tree of its own; pictures carry their size, and all but the first are loaded when they come near
 */
export function resolveBody(html: string, references: References): Root {
  const tree = fromHtml(html, { fragment: true })
  let pictures = 0
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') resolveLink(element, references)
    for (const property of ['src', 'poster']) resolveSource(element, property, references)
    resolveSourceSet(element, references)
    if (element.tagName === 'img') deferLoading(element, pictures++ === 0)
  })
  return tree
}

function resolveLink(element: Element, { links, pictures }: References): void {
  const { href } = element.properties
  if (typeof href === 'string')
    element.properties.href = (ownValue(links, href) ?? ownValue(pictures, href)?.url ?? href) || undefined
}

function resolveSource(element: Element, property: string, { pictures }: References): void {
  const address = element.properties[property]
  const picture: LocatedPicture | undefined =
    typeof address === 'string' ? ownValue(pictures, address) : undefined
  if (!picture) return
  // `#dark` and `#light` say in which theme a picture is shown.
  element.properties[property] = picture.url + (/#(?:dark|light)$/.exec(String(address))?.[0] ?? '')
  if (element.tagName === 'img') setSize(element, picture)
}

function resolveSourceSet({ properties }: Element, { pictures }: References): void {
  if (typeof properties.srcSet !== 'string') return
  const candidates = readSourceSet(properties.srcSet)
  properties.srcSet = writeSourceSet(
    candidates.map(({ url, descriptor }) => ({ url: ownValue(pictures, url)?.url ?? url, descriptor })),
  )
}

/** The author's own size wins; where it is one side alone, the other follows, so that nothing moves when the picture comes. */
function setSize({ properties }: Element, { width, height }: LocatedPicture): void {
  if (!width || !height) return
  const [ownWidth, ownHeight] = [Number(properties.width), Number(properties.height)]
  if (!properties.width && !properties.height) Object.assign(properties, { width, height })
  else if (!properties.height && ownWidth) properties.height = Math.round((ownWidth * height) / width)
  else if (!properties.width && ownHeight) properties.width = Math.round((ownHeight * width) / height)
}

/** The first picture may be what the reader sees first; waiting for layout to fetch it would cost a second. */
function deferLoading(element: Element, first: boolean): void {
  element.properties.decoding ??= 'async'
  if (!first) element.properties.loading ??= 'lazy'
}

/** Where texts and what they show are read from. */
export interface BodySources {
  /** Throws where there is no such text. */
  readText(textKey: string): Promise<Text>
  /** `name` as `snapshotName` makes it; undefined where nothing is kept. */
  findSnapshot(name: string): Promise<PublishedSnapshot | undefined>
  /** What `toFeedHtml` makes of a post, where that is known already. */
  findFeedText?(slug: string): Promise<string | undefined>
}

export interface Text {
  /** The `body.html` of a document. */
  html: string
  toc: TocEntry[]
}
