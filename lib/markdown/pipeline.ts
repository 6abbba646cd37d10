import { defListHastHandlers } from 'mdast-util-definition-list'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import type { Processor } from 'unified'
import { strings } from '../strings'
import { rehypeCaptions } from './rehype-captions'
import { rehypeCode } from './rehype-code'
import { rehypeDiagrams } from './rehype-diagrams'
import { rehypeEmbeds } from './rehype-embeds'
import { rehypeHeadings } from './rehype-headings'
import { rehypeHtml } from './rehype-html'
import { rehypeMath } from './rehype-math'
import { rehypeReferences } from './rehype-references'
import { rehypeScripts } from './rehype-scripts'
import { rehypeTables } from './rehype-tables'
import { rehypeText } from './rehype-text'
import { remarkAbbreviations } from './remark-abbreviations'
import { remarkAttributes } from './remark-attributes'
import { remarkBareEmbeds } from './remark-bare-embeds'
import { remarkCallouts } from './remark-callouts'
import { remarkCodeMeta } from './remark-code-meta'
import { remarkDepth } from './remark-depth'
import { remarkDisplayMath } from './remark-display-math'
import { remarkFigures } from './remark-figures'
import { remarkHardBreaks } from './remark-hard-breaks'
import { remarkLooseStrong } from './remark-loose-strong'
import { remarkMarkdownInHtml } from './remark-markdown-in-html'
import { remarkShields } from './remark-shields'
import { remarkSmartPunctuation } from './remark-smart-punctuation'
import { remarkStaged } from './remark-staged'
import { remarkTags } from './remark-tags'
import { remarkTightHeadings } from './remark-tight-headings'
import { remarkVault } from './remark-vault'

/**
 * The one way from Markdown to HTML: gives a processor every plugin, in order. Contentlayer calls it for each
 * document (`markdown: usePipeline`); `renderMarkdown` calls it for any other text.
 *
 * The order matters: what reads the author's notation comes first, what the author trusts us to make (ids,
 * formulas, coloured code) comes after the author's raw HTML has become part of the tree.
 */
export function usePipeline(processor: Processor): void {
  useSyntax(processor)
  processor
    .use(rehypeHeadings)
    .use(rehypeCaptions)
    .use(rehypeTables)
    .use(rehypeText) // counts words before formulas and code become many elements
    .use(rehypeReferences)
    .use(rehypeMath)
    .use(rehypeDiagrams)
    .use(rehypeCode)
    .use(rehypeStringify)
}

/** The first half: what the text says, as a tree of HTML. For plain Markdown this is CommonMark and GFM, to the letter. */
export function useSyntax(processor: Processor): void {
  processor
    .use(remarkStaged) // settings, and the tree they ask for
    .use(remarkDepth)
    .use(remarkMarkdownInHtml)
    .use(remarkTags)
    .use(remarkShields)
    .use(remarkTightHeadings)
    .use(remarkAttributes)
    .use(remarkAbbreviations)
    .use(remarkVault)
    .use(remarkDisplayMath)
    .use(remarkBareEmbeds)
    .use(remarkLooseStrong)
    .use(remarkFigures)
    .use(remarkCallouts)
    .use(remarkHardBreaks)
    .use(remarkCodeMeta)
    .use(remarkSmartPunctuation)
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      handlers: defListHastHandlers,
      footnoteLabel: strings.notes,
      footnoteBackLabel: (index: number, again: number) =>
        strings.backToText(index + 1) + (again > 1 ? `-${again}` : ''),
    })
    .use(rehypeHtml)
    .use(rehypeEmbeds) // before the scripts that came with them are taken out
    .use(rehypeScripts)
}
