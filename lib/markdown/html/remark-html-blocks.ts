import type { Html, Paragraph, PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import type { MarkdownSettings } from '../../model/document'
import { visit } from '../../model/visit'
import { isHtmlFile } from '../../urls/markdown-files'
import { isPhrase, replaceChild } from '../content'
import { contextOf, report } from '../context'
import type { Content } from '../nodes'
import { parseFragment } from '../parse'
import { isPhrasingName, isVoid } from './element-names'
import { type HtmlTag, readHtmlTags } from './read-html-tags'

/**
 * CommonMark treats any tag alone on its line as the start of an HTML block, whose Markdown is not parsed. Parsed as a
 * paragraph nevertheless:
 * - a block that begins with a tag that is not an HTML element (`<channel ref="tcp">`); if each of its lines
 *   begins with `<` it is pasted XML, and shown as code;
 * - `<br>`, an anchor such as `<a name="x"/>` and similar tags above a line of text, in every dialect;
 * - any inline element at the start of a line, in dialects whose engine did not follow CommonMark;
 * - the content of any element, in MDX.
 */
export function remarkHtmlBlocks() {
  return (tree: Root, file: VFile): void => {
    if (isHtmlFile(contextOf(file).settings.source.file)) return
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined || isPhrase(parent)) return undefined
      const made = readBlock(node, file)
      return made && replaceChild(parent, index, made)
    })
  }
}

function readBlock(node: Html, file: VFile): Content[] | undefined {
  const [first] = readHtmlTags(node.value)
  if (!first || node.value.slice(0, first.start).trim() !== '') return undefined
  const { settings } = contextOf(file)
  if (first.name === '!' || first.name === '?') {
    reportText(first, 'text', node, file)
    const isCode = /^<\?[\s\S]*\?>\s*$/.test(node.value)
    return isCode ? [codeOf(node, 'php')] : parseFragment(`\\${node.value}`, settings, node.position)
  }
  if (isNoElement(first, String(file))) {
    if (isXml(node.value)) {
      reportText(first, 'code', node, file)
      return [codeOf(node, 'xml')]
    }
  } else if (settings.source.file.endsWith('.mdx')) return readMdxBlock(node, settings)
  else if (!isSentence(first, node.value, settings)) return undefined
  return parseFragment(node.value, settings, node.position, { inlineHtml: true })
}

/** In MDX the content of an element is Markdown, on any line. */
function readMdxBlock(node: Html, settings: MarkdownSettings): Content[] | undefined {
  if (/^\s*<(?:pre|script|style|textarea|svg|math|iframe|table|!--)/i.test(node.value)) return undefined
  const made = parseFragment(node.value, settings, node.position, { inlineHtml: true })
  return made.flatMap((block) => (block.type === 'paragraph' ? divide(block) : [block]))
}

/** Tags of blocks split a paragraph: the parts between them become paragraphs. */
function divide({ children, position }: Paragraph): Content[] {
  const pieces: Content[] = []
  let open: Paragraph | undefined
  let holder = false
  for (const child of children) {
    const tag = blockTagOf(child)
    if (tag) {
      open = undefined
      holder = SENTENCE_HOLDERS.test(tag.name) && !tag.isEnd
      pieces.push(child)
    } else if (open) open.children.push(child)
    else if (child.type !== 'text' || child.value.trim() !== '') {
      open = { type: 'paragraph', children: [child], position, ...(holder && { data: { hName: 'span' } }) }
      pieces.push(open)
    }
  }
  return pieces
}

/** Elements that contain phrasing, not paragraphs. */
const SENTENCE_HOLDERS = /^(?:p|h[1-6]|summary|dt|figcaption|button)$/i

function blockTagOf(node: PhrasingContent): HtmlTag | undefined {
  const [tag] = node.type === 'html' ? readHtmlTags(node.value) : []
  return tag && tag.kind !== 'none' && !isPhrasingName(tag.name) ? tag : undefined
}

/** A name with a hyphen may be an element that the page defines; without attributes and end tag it is `<your-key>`. */
function isNoElement({ name, kind, hasAttributes, isSelfClosing, isEnd }: HtmlTag, source: string): boolean {
  if (kind === 'custom') return !hasAttributes && !isSelfClosing && !isEnd && !source.includes(`</${name}`)
  return kind === 'none'
}

/** Two lines or more, each of which begins with a tag. */
function isXml(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => /^\s*</.test(line))
}

function isSentence(first: HtmlTag, text: string, settings: MarkdownSettings): boolean {
  if (!isPhrasingName(first.name)) return false
  if (syntaxOf(settings).phrasingBlocks) return true
  const below = text.slice(first.end)
  const isAnchor = first.name.toLowerCase() === 'a' && !/<\/a\s*>/i.test(below)
  const isComplete = !first.isEnd && (isVoid(first.name) || first.isSelfClosing || isAnchor)
  return isComplete && /^[ \t]*\n\s*[^\s<]/.test(below)
}

function codeOf({ value, position }: Html, lang: string): Content {
  return { type: 'code', lang, value: value.trimEnd(), position }
}

function reportText({ name }: HtmlTag, shownAs: string, node: Html, file: VFile): void {
  report(file, node, {
    rule: 'markdown/not-an-element',
    message: `"<${name}" is not an HTML element; these lines are shown as ${shownAs}.`,
    hint: 'Put them between ``` lines.',
  })
}
