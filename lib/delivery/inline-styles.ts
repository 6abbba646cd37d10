import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Element, Root } from 'hast'
import { attribute, elementsOf, inlineScript, scriptsOf } from './html'
import { namesIn, readStyleSheet, type StyleSheet, usedStyles, variablesIn } from './used-styles'

/**
 * Makes the step that puts a page's styles into the page, without the rules it does not use, where that is fewer bytes
 * in all: what the pages of a visit grow by, against the file once. Then nothing is waited for before the first paint.
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
      inlined = replaceElement(inlined, link, `<style>${style}</style>`)
    }
    // A page grows by no more than what its styles are by themselves; only where that is too much it is compressed.
    const most = styles.reduce((sum, style) => sum + compressedSize(style), 0)
    const isWorth = (growth: number) => PAGES_PER_VISIT * growth < linkedBytes
    return isWorth(most) || isWorth(gzipSync(inlined).length - gzipSync(html).length)
      ? { html: inlined, styles }
      : unchanged
  }
}

/** Most readers come for one page, by a link or a search; we assume that every fourth opens another. */
const PAGES_PER_VISIT = 1.25

async function openSheet(file: string): Promise<CachedSheet> {
  const css = await readFile(file, 'utf8')
  const sheet = readStyleSheet(css)
  return {
    sheet,
    known: namesIn(sheet),
    bytes: gzipSync(css).length,
    // Relative addresses would lead elsewhere from a page, and an element of style ends where `</` says so.
    isMovable: !/url\((?!\s*["']?(?:data:|\/|#))|<\//.test(css),
    made: new Map(),
  }
}

/** Pages made of the same things share their styles: posts by the hundred need them computed a few times. */
function stylesOf({ sheet, known, made }: CachedSheet, names: ReadonlySet<string>, html: string): string {
  const key = [...known.filter((name) => names.has(name)), ...new Set(variablesIn(html))].join(' ')
  const styles = made.get(key) ?? usedStyles(sheet, names, html)
  made.set(key, styles)
  return styles
}

/** Scripts say `dataset.theme` for `data-theme`: each of their words may be a class, an element or such an attribute. */
function namesOf(page: Root, codes: string[]): Set<string> {
  const words = codes.flatMap((code) => code.match(/[\w-]+/g) ?? [])
  const names = new Set(words.flatMap((word) => [word, `data-${kebab(word)}`]))
  for (const element of elementsOf(page)) {
    names.add(element.tagName)
    for (const name of attribute(element, 'className')?.split(/\s+/) ?? []) names.add(name)
    for (const name of Object.keys(element.properties)) names.add(kebab(name))
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

function replaceElement(html: string, { position }: Element, markup: string): string {
  if (position?.start.offset === undefined || position.end.offset === undefined) return html
  return html.slice(0, position.start.offset) + markup + html.slice(position.end.offset)
}

/**
 * @param html a page that has lost its runtime
 * @param page the same page parsed
 * @returns the page, and the styles that were put into it: the security policy must let them in
 */
export type InlineStyles = (html: string, page: Root) => Promise<{ html: string; styles: string[] }>

interface Folders {
  distDir: string
  publicDir: string
}

interface CachedSheet {
  sheet: StyleSheet
  /** Every name that its selectors speak of. */
  known: string[]
  /** Compressed. */
  bytes: number
  isMovable: boolean
  /** What was made for pages before, by the names they use of it. */
  made: Map<string, string>
}
