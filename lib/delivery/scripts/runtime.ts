import {
  attribute,
  type Comment,
  type Element,
  elementsOf,
  inlineScript,
  isCommentNode,
  isDataBlock,
  isElementNode,
  type Node,
  type Page,
  readableText,
  scriptsOf,
} from '../html'
import { repeatedMetadata } from '../repeated-metadata'
import { isFlightScript } from './flight'

/**
 * Removes Next's runtime from a page: scripts, their preloads, flight data, React's markers, and metadata that Next wrote
 * twice.
 * Everything else stays the same, byte for byte. `checkStripped` verifies that all of it is gone.
 *
 * @param html a page as Next wrote it
 * @param page the same page parsed
 */
export function stripRuntime(html: string, page: Page): string {
  return cut(html, runtimeRanges(html, page))
}

/**
 * @throws if traces of the runtime are left, or readable text changed: Next's markup is unknown
 */
export function checkStripped(before: Page, after: Page): void {
  const traces = findTraces(after)
  if (traces.length > 0) throw new Error(`it still contains ${traces.join(', ')}`)
  if (readableText(after) !== readableText(before)) throw new Error('its text would change')
}

/**
 * Whether React still has to move parts of the page with a script (`$RC`): Suspense boundaries that
 * were not ready, or were too large to be inlined.
 */
export function hasUnfinishedSuspense(page: Page): boolean {
  return elementsOf(page).some(isSuspenseLeftover)
}

function runtimeRanges(html: string, page: Page): Range[] {
  const ranges: Range[] = []
  const repeated = repeatedMetadata(page)
  collect(page.childNodes)
  return ranges

  function collect(nodes: readonly Node[]): void {
    for (const node of nodes) {
      // Parents that the parser added have no place.
      if (node.sourceCodeLocation) {
        const { startOffset, endOffset } = node.sourceCodeLocation
        ranges.push(...rangesOf(node, [startOffset, endOffset]))
      }
      if (isElementNode(node)) collect(node.childNodes)
    }
  }

  function rangesOf(node: Node, range: Range): Range[] {
    if (isCommentNode(node)) return isReactMark(node) ? [range] : []
    if (!isElementNode(node)) return []
    const isWhole =
      isRuntimeScript(node) || isScriptPreload(node) || isEmptyMetadataOutlet(node) || repeated.has(node)
    if (isWhole) return [range]
    return attribute(node, 'data-precedence') === undefined ? [] : precedenceRange(html, range)
  }
}

function isRuntimeScript(node: Element): boolean {
  if (node.tagName !== 'script') return false
  const code = inlineScript(node)
  if (code === undefined) return isChunk(attribute(node, 'src'))
  return (
    attribute(node, 'id') === '_R_' ||
    isFlightScript(code) ||
    /^requestAnimationFrame\(function\(\)\{\$RT=/.test(code)
  )
}

function isScriptPreload(node: Element): boolean {
  if (node.tagName !== 'link') return false
  const rel = attribute(node, 'rel')
  return (
    rel === 'modulepreload' ||
    (rel === 'preload' && attribute(node, 'as') === 'script' && isChunk(attribute(node, 'href')))
  )
}

/** Next streams late metadata into `<div hidden>`; in a prerendered page it only contains React's markers. */
function isEmptyMetadataOutlet(node: Element): boolean {
  return (
    node.tagName === 'div' &&
    node.attrs.map(({ name }) => name).join() === 'hidden' &&
    node.childNodes.length > 0 &&
    node.childNodes.every((child) => isCommentNode(child) && isReactMark(child))
  )
}

/** `<!-- -->` between two texts, `<!--$-->` and `<!--&-->` around boundaries: only read by hydration. */
function isReactMark({ data }: Comment): boolean {
  return data === ' ' || /^\/?[$&]$/.test(data)
}

function isChunk(url: string | undefined): boolean {
  return url?.includes('/_next/static/') ?? false
}

/** ` data-precedence="next"` of a style sheet's opening tag: React's order of style sheets, which is useless without React. */
function precedenceRange(html: string, [start, end]: Range): Range[] {
  const found = / data-precedence="[^"]*"/.exec(html.slice(start, html.indexOf('>', start) + 1))
  if (!found || start + found.index > end) return []
  return [[start + found.index, start + found.index + found[0].length]]
}

function isSuspenseLeftover(node: Element): boolean {
  const id = attribute(node, 'id') ?? ''
  return (
    (node.tagName === 'template' && /^[BP]:/.test(id)) ||
    (attribute(node, 'hidden') !== undefined && /^S:/.test(id)) ||
    (node.tagName === 'script' && /^\$R[A-Z]\b|\$R[CSX]\(/.test(inlineScript(node) ?? ''))
  )
}

/** What must not be in a stripped page. Only elements are searched, so that a text may mention it. */
function findTraces(page: Page): string[] {
  const traces = new Set<string>()
  for (const element of elementsOf(page)) {
    const target = attribute(element, 'src') ?? attribute(element, 'href')
    if (/\/_next\/static\/[^?#]*\.js\b/.test(target ?? '') && element.tagName !== 'a')
      traces.add(`<${element.tagName}> ${target}`)
    if (isSuspenseLeftover(element)) traces.add('unfinished Suspense')
  }
  for (const script of scriptsOf(page)) {
    const code = inlineScript(script) ?? ''
    if (isDataBlock(script)) continue
    for (const name of ['__next_', 'TURBOPACK', '$RT', '$RC', 'webpackChunk'])
      if (code.includes(name)) traces.add(`a script that contains ${name}`)
  }
  return [...traces]
}

/** Ranges may be nested; they never cross. */
function cut(html: string, ranges: Range[]): string {
  let kept = ''
  let at = 0
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (start < at) continue
    kept += html.slice(at, start)
    at = end
  }
  return kept + html.slice(at)
}

/** Offsets in UTF-16 code units, the end not included. */
type Range = [start: number, end: number]
