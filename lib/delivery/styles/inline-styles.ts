import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { attribute, type Element, elementsOf, inlineScript, type Page, scriptsOf } from '../html'
import { namesIn, readStyleSheet, type StyleSheet, usedStyles, variablesIn } from './used-styles'

/**
 * Creates the step that inlines a page's styles, without unused rules, if that is fewer bytes
 * in total: the growth of all pages of a visit, compared with one request for the file. Then nothing blocks the first paint.
 *
 * @param options.distDir absolute path of `.next`
 * @param options.publicDir absolute path of the folder served at `/`: its scripts may add elements and classes
 */
export function styleInliner({ distDir, publicDir }: Folders): InlineStyles {
  const sheets = new Map<string, Promise<CachedSheet>>()
  const scripts = new Map<string, Promise<string>>()
  const sizes = new Map<string, number>()
  const compressedSize = (style: string): number => {
    const size = sizes.get(style) ?? gzipSync(style).length
    sizes.set(style, size)
    return size
  }
  const once = <T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const value = cache.get(key) ?? make()
    cache.set(key, value)
    return value
  }
  return async (html, page) => {
    const unchanged = { html, styles: [] }
    const links = elementsOf(page).filter(isOwnStyleSheet)
    if (links.length === 0) return unchanged
    const codes = await Promise.all(
      scriptsOf(page).map((script) => {
        const src = attribute(script, 'src')
        if (src === undefined) return inlineScript(script) ?? ''
        return src.startsWith('/')
          ? once(scripts, src, () => readFile(path.join(publicDir, src), 'utf8'))
          : ''
      }),
    )
    const names = namesOf(page, codes)
    let inlined = html
    const styles: string[] = []
    let linkedBytes = 0
    for (const link of links.reverse()) {
      const href = attribute(link, 'href') ?? ''
      const file = path.join(distDir, href.replace(/^.*\/_next\//, '').replace(/\?.*$/, ''))
      const sheet = await once(sheets, file, () => openSheet(file))
      if (!sheet.isMovable) return unchanged
      linkedBytes += sheet.bytes
      const style = stylesOf(sheet, names, html)
      styles.push(style)
      const replaced = replaceLink(inlined, href, `<style>${style}</style>`)
      if (replaced === undefined) return unchanged
      inlined = replaced
    }
    // The compressed growth is at most the size of the styles, so they are only compressed if that size is too large.
    const most = styles.reduce((sum, style) => sum + compressedSize(style), 0)
    const isWorth = (growth: number) => PAGES_PER_VISIT * growth < linkedBytes
    return isWorth(most) || isWorth(gzipSync(inlined).length - gzipSync(html).length)
      ? { html: inlined, styles }
      : unchanged
  }
}

/** Most readers visit one page, from a link or a search; we assume that every fourth opens another. */
const PAGES_PER_VISIT = 1.25

async function openSheet(file: string): Promise<CachedSheet> {
  const css = await readFile(file, 'utf8')
  const sheet = readStyleSheet(css)
  return {
    sheet,
    known: namesIn(sheet),
    bytes: gzipSync(css).length,
    // Relative URLs would resolve differently in a page, and `</` would end the style element.
    isMovable: !/url\((?!\s*["']?(?:data:|\/|#))|<\//.test(css),
    made: new Map(),
  }
}

/** Pages with the same elements share their styles: for hundreds of posts they are computed a few times. */
function stylesOf({ sheet, known, made }: CachedSheet, names: ReadonlySet<string>, html: string): string {
  const key = [...known.filter((name) => names.has(name)), ...new Set(variablesIn(html))].join(' ')
  const styles = made.get(key) ?? usedStyles(sheet, names, html)
  made.set(key, styles)
  return styles
}

/** Scripts write `dataset.theme` for `data-theme`: every word in them may be a class, an element or such an attribute. */
function namesOf(page: Page, codes: string[]): Set<string> {
  const words = codes.flatMap((code) => code.match(/[\w-]+/g) ?? [])
  const names = new Set(words.flatMap((word) => [word, `data-${kebab(word)}`]))
  for (const element of elementsOf(page)) {
    names.add(element.tagName)
    for (const { name, value } of element.attrs) {
      names.add(name)
      if (name === 'class') for (const each of value.split(/\s+/)) names.add(each)
    }
  }
  return names
}

function kebab(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function isOwnStyleSheet(element: Element): boolean {
  return (
    element.tagName === 'link' &&
    attribute(element, 'rel') === 'stylesheet' &&
    /\/_next\/static\/.*\.css\b/.test(attribute(element, 'href') ?? '')
  )
}

/**
 * React moves style sheets to the head, where it escapes every `<` of an author.
 * @returns undefined if the link is not there, or several are
 */
function replaceLink(html: string, href: string, markup: string): string | undefined {
  const written = ` href="${href.replaceAll('&', '&amp;')}"`
  const head = html.slice(0, html.indexOf('<body'))
  const [link, ...others] = [...head.matchAll(/<link [^>]*>/g)].filter(([tag]) => tag.includes(written))
  if (!link || others.length > 0) return undefined
  return html.slice(0, link.index) + markup + html.slice(link.index + link[0].length)
}

/**
 * @param html a page that has lost its runtime
 * @param page the same page parsed
 * @returns the page, and the styles that were inlined: the security policy must allow them
 */
export type InlineStyles = (html: string, page: Page) => Promise<{ html: string; styles: string[] }>

interface Folders {
  distDir: string
  publicDir: string
}

interface CachedSheet {
  sheet: StyleSheet
  /** Every name in its selectors. */
  known: string[]
  /** Compressed. */
  bytes: number
  isMovable: boolean
  /** Styles made for earlier pages, by the names that they use. */
  made: Map<string, string>
}
