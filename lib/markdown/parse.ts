import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Position } from 'unist'
import { syntaxOf } from '../dialects/dialects'
import type { MarkdownSettings } from '../model/document'
import { visit } from '../model/visit'
import { BULLETS, NUMBERS } from './kramdown/micromark-lists'
import { remarkAttributeSyntax } from './kramdown/remark-attribute-syntax'
import { remarkDefinitionLists } from './kramdown/remark-definition-lists'
import { remarkKramdownSyntax } from './kramdown/remark-kramdown-syntax'
import { makeEditsQuick } from './limits/quick-edits'
import { remarkOnlyPresent } from './limits/remark-only-present'
import { remarkDollarMath } from './math/remark-dollar-math'
import { remarkTex } from './math/remark-tex'
import type { Content } from './nodes'
import { remarkVaultSyntax } from './obsidian/remark-wikilinks'
import type { TagSyntaxOptions } from './tags/micromark-tags'
import { remarkTagSyntax } from './tags/remark-tag-syntax'
import { isInlineTag, isRawTag } from './tags/table/table'

makeEditsQuick()

/**
 * Parses a body according to its settings. CommonMark and GFM are not affected: a dialect's syntax is only enabled in
 * that dialect, and syntax that is always enabled (tags, math) begins with characters that plain Markdown leaves as text.
 */
export function parseMarkdown(body: string, settings: MarkdownSettings, options: ParseOptions = {}): Root {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkOnlyPresent, body)
  if (!options.literalTags) {
    parser.use(remarkTagSyntax, {
      ...findEnds(body, settings.tags),
      isInline: (name) => isInlineTag(name, settings.tags),
      calls: syntaxOf(settings).callTags === true,
    })
  }
  const traits = syntaxOf(settings)
  if (traits.kramdown) parser.use(remarkKramdownSyntax).use(remarkAttributeSyntax)
  if (traits.definitionLists) parser.use(remarkDefinitionLists)
  if (traits.vault) parser.use(remarkVaultSyntax)
  if (settings.math) {
    const brackets = settings.texBrackets === true
    parser
      .use(remarkMath)
      .use(remarkDollarMath)
      .use(remarkTex, { body, brackets, escapedBrackets: brackets || settings.source.dialect !== 'plain' })
  }
  if (options.inlineHtml) parser.use(remarkInlineHtml)
  if (options.phrasing) parser.use(remarkPhrasing)
  return parser.parse(body)
}

/**
 * Parses a part of a document: a caption, the content of a tag.
 * @param position its position in the document, which all its nodes get
 */
export function parseFragment(
  markdown: string,
  settings: MarkdownSettings,
  position: Position | undefined,
  options?: ParseOptions,
): Content[] {
  const tree = parseMarkdown(markdown, settings, options)
  visit(tree, (node) => {
    node.position = position
    if (options?.literalTags && node.type === 'text') node.data = { ...node.data, literal: true }
  })
  return tree.children.filter((node): node is Content => node.type !== 'yaml')
}

export interface ParseOptions {
  /** Tags are text: the content between `raw` and `endraw`. */
  literalTags?: boolean
  /** No line begins a block of HTML: what looks like one is a paragraph. */
  inlineHtml?: boolean
  /** The text is one paragraph: nothing in it begins another block. */
  phrasing?: boolean
}

function remarkPhrasing(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: BLOCKS } })
}

const BLOCKS = [
  'attributeLine',
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'list',
  BULLETS,
  NUMBERS,
  'setextUnderline',
  'thematicBreak',
  'wholeHtmlBlock',
]

function remarkInlineHtml(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: ['htmlFlow'] } })
}

/**
 * The end tags of a text. Of raw tags the last one: a raw tag without an end tag after it must not swallow the rest.
 */
function findEnds(
  body: string,
  own: Readonly<Record<string, string>>,
): Pick<TagSyntaxOptions, 'lastEnd' | 'hasEnd'> {
  const lastEnd = new Map<string, number>()
  const ended = new Set<string>()
  for (const match of body.matchAll(END)) {
    const name = match[1] ?? match[2] ?? ''
    ended.add(name)
    if (isRawTag(name, own)) lastEnd.set(name, match.index)
  }
  return { lastEnd, hasEnd: (name) => ended.has(name) }
}

const END = /\{%[-~]?\s*end(\w+)\s*[-~]?%\}|\{\{[<%]\s*\/\s*([\w-]+)\s*[>%]\}\}/g
