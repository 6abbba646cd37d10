import { decodePercent } from '../../urls/decode'
import type { FetchContext } from '../fetcher'
import { fetchBytes } from '../http'
import type { CardSnapshot, SnapshotContent } from '../snapshot'
import { readPageHead } from './page-head'

/** Title, description and picture of any page, from its metadata (Open Graph, else Twitter card, else HTML). */
export async function fetchCard({ reference, http, media }: FetchContext): Promise<SnapshotContent> {
  const { bytes, type, url } = await fetchBytes(reference.url, 5_000_000, http)
  if (!/html/i.test(type)) return { kind: 'card', card: describeFile(url) }
  const { title, metas } = readPageHead(decodeHtml(bytes, type))
  const first = (...names: string[]) => names.map((name) => metas.get(name)).find(Boolean)
  const image = first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')
  const picture = await media.addPicture(image && resolve(image, url), {
    role: 'picture',
    maxWidth: 800,
    alt: first('og:image:alt', 'twitter:image:alt') ?? '',
  })
  const site = first('og:site_name')
  const description = first('og:description', 'twitter:description', 'description')
  return {
    kind: 'card',
    card: {
      title: squeeze(first('og:title', 'twitter:title') ?? title ?? '', 1000) || new URL(url).hostname,
      ...(description && { description: squeeze(description, 2000) }),
      ...(site && { site: squeeze(site, 1000) }),
      ...(picture && { picture }),
    },
  }
}

/** Decodes a page: the charset of the header, else that of the page, else UTF-8. */
export function decodeHtml(bytes: Uint8Array, type: string): string {
  const named = /charset=["']?([\w-]+)/i
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = named.exec(type)?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** A PDF or a picture has no title: its file name is used. */
function describeFile(url: string): CardSnapshot {
  const { hostname, pathname } = new URL(url)
  const name = decodePercent(pathname.split('/').findLast(Boolean) ?? '')
  return { title: squeeze(name, 1000) || hostname }
}

function resolve(href: string, base: string): string | undefined {
  return URL.canParse(href, base) ? new URL(href, base).href : undefined
}

function squeeze(text: string, limit: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, limit)
}
