import type { Element, Root } from 'hast'
import { readSourceSet, writeSourceSet } from '../../markdown/extract/srcset'
import { parseFragment } from '../../markdown/html/parse-fragment'
import type { LocatedPicture, References } from '../../model/content-index'
import { ownValue } from '../../model/records'
import type { TocEntry } from '../../model/rendered'
import { visit } from '../../model/visit'
import { attachSnapshots } from '../../snapshots/attach'
import type { PublishedSnapshot } from '../../snapshots/published'

/** A rendered text as pages show it: `resolveBody`, plus the snapshots of its embeds. */
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
 * Parses a rendered text and replaces every URL in it with the current one.
 * @param html the `body.html` of a document
 * @param references what the document's URLs refer to, by the URL in the HTML
 * @returns a new tree; pictures have their size, and all but the first are loaded lazily
 */
export function resolveBody(html: string, references: References): Root {
  const tree = parseFragment(html)
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

/** The author's size takes precedence; if only one side is given, the other is derived, so that nothing moves when the picture loads. */
function setSize({ properties }: Element, { width, height }: LocatedPicture): void {
  if (!width || !height) return
  const [ownWidth, ownHeight] = [Number(properties.width), Number(properties.height)]
  if (!properties.width && !properties.height) Object.assign(properties, { width, height })
  else if (!properties.height && ownWidth) properties.height = Math.round((ownWidth * height) / width)
  else if (!properties.width && ownHeight) properties.width = Math.round((ownHeight * width) / height)
}

/** The first picture may be the largest element in view; lazy loading would delay it by up to a second. */
function deferLoading(element: Element, first: boolean): void {
  element.properties.decoding ??= 'async'
  if (!first) element.properties.loading ??= 'lazy'
}

/** Where texts and snapshots are read from. */
export interface BodySources {
  /** Throws if there is no such text. */
  readText(textKey: string): Promise<Text>
  /** `name` as `snapshotName` makes it; undefined if nothing is kept. */
  findSnapshot(name: string): Promise<PublishedSnapshot | undefined>
  /** The result of `toFeedHtml` for a post, if it is already known. */
  findFeedText?(slug: string): Promise<string | undefined>
}

export interface Text {
  /** The `body.html` of a document. */
  html: string
  toc: TocEntry[]
}
