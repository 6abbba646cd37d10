import GithubSlugger from 'github-slugger'
import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import type { TocEntry } from '../../model/rendered'
import { EXIT, visit } from '../../model/visit'
import { stringsFor } from '../../strings'
import { contextOf } from '../context'

/**
 * Gives headings their level, id, anchor and number, and builds the table of contents from them.
 *
 * - If the document has an `h1`, every heading moves down a level: the page's title is its only `h1`.
 * - Ids are generated as on GitHub (so that links into old posts keep working), unless the author set one.
 * - Numbers start at the highest level in the document: 1, 1.1, 1.2, 2.
 * - A heading in a quotation belongs to another document: it has an id, but no number and no entry.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const { settings, rendered } = contextOf(file)
    const headings: Element[] = []
    const quoted = headingsIn(tree, 'blockquote')
    const slugger = new GithubSlugger()
    visit(tree, 'element', (node) => {
      const { id, name } = node.properties
      // `<a name="x">` is how anchors were written before ids.
      if (node.tagName === 'a' && typeof name === 'string' && name !== '') rendered.anchors.push(name)
      if (typeof id === 'string' && id !== '' && node.tagName !== 'x-embed') {
        rendered.anchors.push(id)
        slugger.occurrences[id] ??= 0
      }
      // The heading of the footnotes is part of the page: not numbered, not in the table of contents.
      if (/^h[1-6]$/.test(node.tagName) && id !== 'footnote-label') headings.push(node)
    })
    if (settings.titleIsFirstHeading) removeTitle(tree, headings)
    shiftLevels(headings)
    const count = numberer(headings)
    const open: TocEntry[] = []
    for (const heading of headings) {
      const text = wordsOf(heading).trim()
      const depth = depthOf(heading)
      const given = heading.properties.id
      const id =
        typeof given === 'string' && given !== '' ? given : slugger.slug(text) || slugger.slug('section')
      if (id !== given) rendered.anchors.push(id)
      heading.properties.id = id
      const isOthers = quoted.has(heading)
      const number = settings.autonumber && !isOthers ? count(depth) : undefined
      if (number)
        heading.children.unshift(h('span', { className: ['number'] }, number), { type: 'text', value: ' ' })
      heading.children.unshift(
        h('a', { className: ['anchor'], href: `#${id}`, ariaLabel: stringsFor(settings.lang).sectionLink }),
      )
      if (text === '' || isOthers || isLeftOut(heading)) continue
      while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
      const entry: TocEntry = { id, text, depth, ...(number ? { number } : {}), children: [] }
      const siblings = open.at(-1)?.children ?? rendered.toc
      siblings.push(entry)
      open.push(entry)
    }
    fillContents(tree, rendered.toc)
  }
}

function headingsIn(tree: Root, tagName: string): Set<Element> {
  const found = new Set<Element>()
  visit(tree, 'element', (node) => {
    if (node.tagName !== tagName) return
    visit(node, 'element', (inner) => {
      if (/^h[1-6]$/.test(inner.tagName)) found.add(inner)
    })
  })
  return found
}

/** The words of a heading, without the numbers of its footnotes. */
function wordsOf(heading: Element): string {
  return heading.children
    .filter((child) => !isNoteReference(child))
    .map(textOf)
    .join('')
}

function isNoteReference(node: ElementContent): boolean {
  const [link] = node.type === 'element' && node.tagName === 'sup' ? node.children : []
  return link?.type === 'element' && link.properties.dataFootnoteRef !== undefined
}

/** Kramdown's `{:.no_toc}`. */
function isLeftOut({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('no_toc')
}

/** Where the author placed a table of contents: `{:toc}`, `{{< toc >}}`. */
function fillContents(tree: Root, toc: TocEntry[]): void {
  visit(tree, 'element', (node) => {
    if (node.properties.dataContents === undefined) return
    node.properties = { className: ['contents'] }
    node.children = toc.length > 0 ? [listOf(toc)] : []
  })
}

function listOf(entries: TocEntry[]): Element {
  return h(
    'ul',
    {},
    ...entries.map(({ id, text, number, children }) => {
      const link = h(
        'a',
        { href: `#${id}` },
        ...(number ? [h('span', { className: ['number'] }, number), ' '] : []),
        text,
      )
      return h('li', {}, link, ...(children.length > 0 ? [listOf(children)] : []))
    }),
  )
}

/** The page already shows the title: the heading it came from is removed. */
function removeTitle(tree: Root, headings: Element[]): void {
  const [first] = headings
  if (first?.tagName !== 'h1') return
  headings.shift()
  visit(tree, 'element', (element, index, parent) => {
    if (element !== first) return undefined
    if (parent && index !== undefined) parent.children.splice(index, 1)
    return EXIT
  })
}

function shiftLevels(headings: Element[]): void {
  if (!headings.some((heading) => heading.tagName === 'h1')) return
  for (const heading of headings) heading.tagName = `h${Math.min(depthOf(heading) + 1, 6)}`
}

function numberer(headings: Element[]): (depth: number) => string {
  const top = Math.min(...headings.map(depthOf))
  const counts: number[] = []
  return (depth) => {
    const level = depth - top
    counts.length = Math.min(counts.length, level + 1)
    for (let index = 0; index < level; index++) counts[index] ||= 1
    counts[level] = (counts[level] ?? 0) + 1
    return counts.join('.')
  }
}

function depthOf(heading: Element): number {
  return Number(heading.tagName.slice(1))
}
