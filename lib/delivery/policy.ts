import { createHash } from 'node:crypto'
import { isHostSource } from '../urls/host-source'
import { attribute, type Element, elementsOf, type Page, textOf } from './html'

/**
 * The security policy of one finished page: it allows what this page needs and nothing else. Inline scripts are allowed by their
 * hash if `acceptScripts` returns them, styles by their hash; remote pictures, media and players by their host. Never `'unsafe-inline'` or
 * `'unsafe-eval'` for scripts. It is a `<meta>` in the page, since only the page knows its hashes and hosts and
 * so it applies wherever the page is served; `frame-ancestors` has no effect there and is sent as a header.
 *
 * @param page the page as it will be served
 * @param allowed other hosts, from site.yaml's `allow`: scripts and frames only if the page has such an element;
 *   what those scripts may load, connect to or show only on pages that load one
 * @param options.runtime whether the page keeps Next's runtime: its router shows other pages in this document, with pictures
 *   of any host, and components may add styles; scripts stay as strict
 * @param options.scripts the code of the inline scripts that the project itself put there
 * @param options.styles styles that are inlined after the page was parsed
 * @see https://www.w3.org/TR/CSP3/
 */
export function policyOf(
  page: Page,
  allowed: AllowedHosts,
  { runtime = false, scripts: inline = [], styles = [] }: PolicyOptions = {},
): Policy {
  const elements = elementsOf(page)
  const scripts = elements.filter((element) => element.tagName === 'script')
  const ownStyles = elements.filter((element) => element.tagName === 'style').map(textOf)
  const hosts = allowedOf(originsOf(scripts, ['src']), allowed.scripts)
  const guests = hosts.length > 0
  const frames = allowedOf(originsOf(elements.filter(isFrame), ['src']), allowed.frames)
  // A poster that becomes a player on a click: components/body/embeds/player.tsx.
  const players = originsOf(elements, ['data-embed-load'])
  const refused = originsOf([...scripts, ...elements.filter(isFrame)], ['src']).filter(
    (origin) => !hosts.includes(origin) && !frames.includes(origin),
  )
  const directives: [string, string[]][] = [
    ['default-src', ["'none'"]],
    ['script-src', ["'self'", ...hashes(inline), ...hosts]],
    [
      'style-src',
      ["'self'", ...(runtime ? ["'unsafe-inline'"] : hashes([...ownStyles, ...styles])), ...hosts],
    ],
    // KaTeX sets heights, tables their alignment in `style`: not every browser supports hashes for attributes.
    [
      'style-src-attr',
      elements.some((element) => attribute(element, 'style') !== undefined) ? ["'unsafe-inline'"] : [],
    ],
    [
      'img-src',
      runtime
        ? ['*', 'data:', 'blob:']
        : ["'self'", ...pictureSources(elements), ...(guests ? allowed.images.filter(isHostSource) : [])],
    ],
    ['media-src', runtime ? ['*', 'blob:'] : mediaSources(elements)],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'", ...(guests ? allowed.connect.filter(isHostSource) : [])]],
    [
      'frame-src',
      [...new Set([...players, ...frames, ...(guests ? allowed.frames.filter(isHostSource) : [])])],
    ],
    ['manifest-src', ["'self'"]],
    ['form-action', ["'self'"]],
    ['base-uri', ["'none'"]],
  ]
  const content = directives
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';')
  return { content, refused }
}

/**
 * Inserts the policy where it applies to everything that follows: right after `<meta charset>`, or else first in the
 * head.
 */
export function insertPolicy(html: string, { content }: Policy): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(content)}">`
  const place = /<head[^>]*>(?:<meta charset[^>]*>)?/i.exec(html)
  if (!place) throw new Error('it has no <head>')
  const at = place.index + place[0].length
  return html.slice(0, at) + meta + html.slice(at)
}

/** Every source is validated; this also guards against sources that are added later. */
function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

function hashes(codes: string[]): string[] {
  const values = codes.map((code) => createHash('sha256').update(code).digest('base64'))
  return [...new Set(values)].map((value) => `'sha256-${value}'`)
}

function pictureSources(elements: readonly Element[]): string[] {
  const pictures = elements.filter(({ tagName }) => /^(?:img|source|image|input|link)$/.test(tagName))
  const icons = pictures.filter(
    (element) => element.tagName !== 'link' || /\bicon\b/.test(attribute(element, 'rel') ?? ''),
  )
  const posters = elements.filter(({ tagName }) => tagName === 'video')
  return [
    ...new Set([
      ...originsOf(icons, ['src', 'srcset', 'href', 'xlink:href']),
      ...originsOf(posters, ['poster']),
      ...elements.flatMap((element) => urlsInStyle(attribute(element, 'style') ?? '')),
    ]),
  ]
}

function mediaSources(elements: readonly Element[]): string[] {
  const media = elements.filter(({ tagName }) => /^(?:video|audio|source|track)$/.test(tagName))
  return media.length > 0 ? ["'self'", ...originsOf(media, ['src'])] : []
}

function urlsInStyle(style: string): string[] {
  return [...style.matchAll(/url\(\s*['"]?([^'")]+)/g)].flatMap(([, url]) => originOf(url ?? ''))
}

/** Origins in the given attributes of elements; the site's own URLs have none. `srcset` contains several. */
function originsOf(elements: readonly Element[], names: string[]): string[] {
  const urls = elements.flatMap((element) =>
    names.flatMap((name) => {
      const value = attribute(element, name)
      if (value === undefined) return []
      return name === 'srcset'
        ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? '')
        : [value]
    }),
  )
  return [...new Set(urls.flatMap(originOf))]
}

/** `data:` and `blob:` have no origin: their scheme is the source. Relative URLs belong to the site. */
function originOf(url: string): string[] {
  const scheme = /^(data|blob):/i.exec(url)?.[1]
  if (scheme) return [`${scheme.toLowerCase()}:`]
  if (!/^(?:https?:)?\/\//i.test(url)) return []
  if (!URL.canParse(url, 'https://site.invalid')) return []
  const { origin } = new URL(url, 'https://site.invalid')
  return isHostSource(origin) ? [origin] : []
}

function isFrame({ tagName }: Element): boolean {
  return tagName === 'iframe'
}

function allowedOf(origins: string[], hosts: string[]): string[] {
  return origins.filter((origin) => isAllowed(origin, hosts))
}

/** In site.yaml: `host`, `https://host` or `*.host`. */
export function isAllowed(origin: string, hosts: string[]): boolean {
  const { host } = new URL(origin)
  return hosts
    .map((allowed) => allowed.replace(/^https?:\/\//, '').replace(/\/.*$/, ''))
    .some((allowed) => host === allowed || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1))))
}

export interface AllowedHosts {
  scripts: string[]
  frames: string[]
  images: string[]
  connect: string[]
}

interface PolicyOptions {
  runtime?: boolean
  scripts?: string[]
  styles?: string[]
}

export interface Policy {
  /** The value of `Content-Security-Policy`. */
  content: string
  /** Origins of scripts and frames in the page that site.yaml does not allow: browsers will not load them. */
  refused: string[]
}
