import type { Root } from 'mdast'
import type { Processor } from 'unified'
import { visit } from '../../model/visit'
import { doubleBackslashBreaks } from './micromark-breaks'
import { looseEmphasis } from './micromark-emphasis'
import { wholeHtmlBlocks } from './micromark-html-blocks'
import { looseLinks } from './micromark-links'
import { dottedLists } from './micromark-lists'

/** Parser plugin: syntax that kramdown parses differently from CommonMark, with the same node types. */
export function remarkKramdownSyntax(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(
    looseEmphasis(),
    looseLinks(),
    wholeHtmlBlocks(),
    doubleBackslashBreaks(),
    dottedLists(),
    { disable: { null: BARE_LINKS } },
  )
  data.fromMarkdownExtensions.push({ transforms: [joinUrls] })
}

/** A bare URL is only text to kramdown: it becomes a link once emphasis is found, so `http://a.example/**b**` is strong. */
const BARE_LINKS = ['wwwAutolink', 'protocolAutolink', 'emailAutolink']

/** Browsers ignore a line ending in a URL. */
function joinUrls(tree: Root): void {
  visit(tree, (node) => {
    if ((node.type === 'link' || node.type === 'image') && node.url.includes('\n'))
      node.url = node.url.replaceAll(/[ \t]*\n[ \t]*/g, '')
  })
}
