import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { PostSummary } from '../model/post'
import type { TextSection } from '../model/rendered'

/**
 * The search document of a post.
 * @param sections of the text that pages show, so that search only finds what readers can see
 */
export function toSearchDocument(post: PostSummary, sections: TextSection[]): SearchDocument {
  return {
    url: post.url,
    title: post.title,
    summary: post.summary,
    lang: post.lang,
    date: post.date?.slice(0, 10),
    year: post.date?.slice(0, 4),
    tags: [...post.categories, ...post.tags].map(({ name }) => name),
    sections,
  }
}

/** The sections of a text: the part before the first heading, and the part below each heading with an id. */
export function readSections(body: Root): TextSection[] {
  let section: TextSection = { heading: '', text: '' }
  const sections = [section]
  const read = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'text') section.text += node.value
      if (node.type !== 'element' || isLeftOut(node)) continue
      if (/^h[1-6]$/.test(node.tagName)) {
        const { id } = node.properties
        section = { id: typeof id === 'string' ? id : undefined, heading: plain(node), text: '' }
        sections.push(section)
        continue
      }
      // Words of two blocks are two words, also where no space is between them.
      const edge = INLINE.has(node.tagName) ? '' : ' '
      section.text += edge
      read(node.children)
      section.text += edge
    }
  }
  read(body.children)
  return sections
    .map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '')
}

/** Text without heading anchors; the source of formulas would be noise. */
function plain(element: Element): string {
  return textOf(element.children).replace(/\s+/g, ' ').trim()
}

function textOf(nodes: readonly ElementContent[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element' && !isLeftOut(node)) text += textOf(node.children)
  }
  return text
}

function isLeftOut({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : []
  return (
    // How a word is read, `rt`, is written between its characters.
    /^(?:script|style|svg|math|template|noscript|rt|rp)$/.test(tagName) ||
    classes.includes('anchor') ||
    classes.includes('katex') ||
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined
  )
}

/** Elements within a run of text. All others end it. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins'],
  ...['kbd', 'label', 'mark', 'q', 'ruby', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup'],
  ...['time', 'tt', 'u', 'var', 'wbr'],
])

export interface SearchDocument {
  /** Root-relative, of the page. */
  url: string
  title: string
  summary: string
  /** BCP 47. */
  lang: string
  /** `2024-05-08` */
  date?: string
  year?: string
  tags: string[]
  sections: TextSection[]
}
