import type { Element, ElementContent, Root } from 'hast'
import type { PostSummary } from '../model/post'
import type { TextSection } from '../model/rendered'
import { SKIP, visit } from '../model/visit'

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
  const sections: TextSection[] = [{ heading: '', text: '' }]
  visit(body, 'element', (element) => {
    const { tagName, properties } = element
    if (isLeftOut(element)) return SKIP
    if (/^h[1-6]$/.test(tagName)) {
      const id = typeof properties.id === 'string' ? properties.id : undefined
      sections.push({ id, heading: plain(element), text: '' })
      return SKIP
    }
    if (!BLOCKS.has(tagName) || element.children.some(isBlock)) return undefined
    const section = sections.at(-1)
    if (section) section.text = `${section.text} ${plain(element)}`.trim()
    return SKIP
  })
  return sections.filter(({ heading, text }) => heading !== '' || text !== '')
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
    /^(?:script|style|svg|math|template|noscript)$/.test(tagName) ||
    classes.includes('anchor') ||
    classes.includes('katex') ||
    properties.dataFootnoteRef !== undefined ||
    properties.dataFootnoteBackref !== undefined
  )
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || /^h[1-6]$/.test(node.tagName))
}

/** Elements that contain a run of text: the innermost of them is read as a whole. */
const BLOCKS = new Set([
  ...['p', 'li', 'dt', 'dd', 'td', 'th', 'pre', 'figcaption', 'summary', 'blockquote', 'caption'],
  ...['div', 'section', 'aside', 'details', 'figure', 'ul', 'ol', 'dl', 'table', 'tbody', 'thead', 'tr'],
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
