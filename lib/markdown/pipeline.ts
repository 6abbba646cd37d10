import rehypeStringify from 'rehype-stringify'
import { type Processor, unified } from 'unified'
import { rehypeCode } from './code/rehype-code'
import { rehypeCodeDirection } from './code/rehype-code-direction'
import { rehypeDiagrams } from './code/rehype-diagrams'
import { remarkCodeMeta } from './code/remark-code-meta'
import { rehypeCaptions } from './elements/rehype-captions'
import { rehypeHeadings } from './elements/rehype-headings'
import { rehypeTables } from './elements/rehype-tables'
import { remarkCallouts } from './elements/remark-callouts'
import { remarkHeadingSources } from './elements/remark-heading-sources'
import { remarkSmartPunctuation } from './elements/remark-smart-punctuation'
import { rehypeEmbeds } from './embeds/rehype-pasted-embeds'
import { remarkBareEmbeds } from './embeds/remark-bare-embeds'
import { rehypeAdvice } from './extract/rehype-advice'
import { rehypeReferences } from './extract/rehype-references'
import { rehypeText } from './extract/rehype-text'
import { rehypeAttributes } from './html/rehype-attributes'
import { rehypeHtml } from './html/rehype-html'
import { rehypeSafe } from './html/rehype-safe'
import { rehypeScripts } from './html/rehype-scripts'
import { rehypeStable } from './html/rehype-stable'
import { remarkHtmlBlocks } from './html/remark-html-blocks'
import { remarkHtmlTags } from './html/remark-html-tags'
import { remarkAbbreviations } from './kramdown/remark-abbreviations'
import { remarkAttributes } from './kramdown/remark-attributes'
import { remarkMarkdownInHtml } from './kramdown/remark-markdown-in-html'
import { remarkNestedLists } from './kramdown/remark-nested-lists'
import { remarkSetext } from './kramdown/remark-setext'
import { remarkTables } from './kramdown/remark-tables'
import { remarkBareLinks } from './lenient/remark-bare-links'
import { remarkEmoji } from './lenient/remark-emoji'
import { remarkFigures } from './lenient/remark-figures'
import { remarkHardBreaks } from './lenient/remark-hard-breaks'
import { remarkLooseStrong } from './lenient/remark-loose-strong'
import { remarkSpacedReferences } from './lenient/remark-spaced-references'
import { remarkTightHeadings } from './lenient/remark-tight-headings'
import { remarkExpansion } from './limits/remark-expansion'
import { rehypeMath } from './math/rehype-math'
import { remarkDisplayMath } from './math/remark-display-math'
import { remarkVault } from './obsidian/remark-obsidian'
import { remarkDepth } from './remark-depth'
import { remarkStaged } from './remark-staged'
import { remarkToHtml } from './remark-to-html'
import { runGuarded } from './run-guarded'
import { remarkCodeValues } from './tags/remark-code-values'
import { remarkShields } from './tags/remark-shields'
import { remarkTags } from './tags/remark-tags'
import { timePlugins } from './time-plugins'

/**
 * The only path from Markdown to HTML: adds all plugins to a processor, in order. Contentlayer calls it for each
 * document (`markdown: usePipeline`); `renderMarkdown` calls it for all other Markdown.
 *
 * The order matters: plugins that read the author's notation come first; those that generate content (ids,
 * formulas, coloured code) come after the author's raw HTML has become part of the tree.
 */
export function usePipeline(processor: Processor): void {
  const plugins = unified()
  useSyntax(plugins)
  usePage(plugins)
  timePlugins(plugins)
  processor.use(runGuarded, plugins.freeze()).use(rehypeStringify)
}

/** The second half: the data that a page needs in addition to the body, and the HTML. */
export function usePage(processor: Processor): void {
  processor
    .use(rehypeAdvice) // before headings move: the levels are the author's
    .use(rehypeHeadings)
    .use(rehypeCaptions)
    .use(rehypeTables)
    .use(rehypeText) // counts words before formulas and code become many elements
    .use(rehypeReferences)
    .use(rehypeMath)
    .use(rehypeDiagrams)
    .use(rehypeCode)
    .use(rehypeCodeDirection)
    .use(rehypeStable) // the last step: its output is what browsers parse
    .use(rehypeStringify)
}

/** The first half: the document as an HTML tree. For plain Markdown this is exactly CommonMark and GFM. */
export function useSyntax(processor: Processor): void {
  processor
    .use(remarkStaged) // settings, and the tree parsed with them
    .use(remarkDepth)
    .use(remarkExpansion)
    .use(remarkHtmlBlocks)
    .use(remarkNestedLists)
    .use(remarkSetext)
    .use(remarkTables) // needs the positions in the source file
    .use(remarkMarkdownInHtml)
    .use(remarkSpacedReferences)
    .use(remarkTags)
    .use(remarkCodeValues)
    .use(remarkShields)
    .use(remarkHtmlTags) // all HTML is in the tree by now, including HTML between tags
    .use(remarkTightHeadings)
    .use(remarkAttributes)
    .use(remarkHeadingSources) // if the author set no id
    .use(remarkAbbreviations)
    .use(remarkVault)
    .use(remarkDisplayMath)
    .use(remarkBareLinks)
    .use(remarkBareEmbeds)
    .use(remarkLooseStrong)
    .use(remarkFigures)
    .use(remarkCallouts)
    .use(remarkHardBreaks)
    .use(remarkCodeMeta)
    .use(remarkEmoji)
    .use(remarkSmartPunctuation)
    .use(remarkToHtml)
    .use(rehypeHtml)
    .use(rehypeEmbeds) // before their scripts are removed
    .use(rehypeScripts)
    .use(rehypeAttributes)
    .use(rehypeSafe) // before formulas, colored code and diagrams, which are ours
}
