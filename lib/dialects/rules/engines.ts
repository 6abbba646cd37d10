import type { MarkdownEngine } from '../../model/document'
import { ownValue } from '../../model/records'
import type { Config, DialectConfig, Syntax } from '../dialect'
import { mapOf, textOf } from './config-values'

export const kramdownSyntax: Syntax = {
  phrasingBlocks: true,
  kramdown: true,
  headingAttributes: true,
  definitionLists: true,
  titleTooltips: true,
}

/**
 * The syntax of the Markdown engines that Jekyll and Octopress choose from. RDiscount and Redcarpet read HTML, emphasis
 * and tables much as kramdown does, and `#Title` as a heading.
 */
export const ENGINES: Readonly<Record<MarkdownEngine, Syntax>> = {
  kramdown: kramdownSyntax,
  commonmark: { titleTooltips: true },
  rdiscount: { ...kramdownSyntax, tightHeadings: true },
  redcarpet: { ...kramdownSyntax, tightHeadings: true },
}

/**
 * Reads which Markdown engine a Jekyll configuration chose, and whether line endings are line breaks.
 * @see https://jekyllrb.com/docs/configuration/markdown/
 */
export function readEngine(config: Config): Pick<DialectConfig, 'engine' | 'hardBreaks'> {
  const name = textOf(config.markdown)?.toLowerCase() ?? ''
  const engine = NAMES.get(name)
  const options = mapOf(ownValue(config, engine ?? 'kramdown'))
  const isHard = options.hard_wrap === true || lists(options.extensions, 'hard_wrap')
  const breaks = isHard || lists(options.options, 'hardbreaks')
  return { ...(engine && { engine }), ...(breaks && { hardBreaks: true }) }
}

function lists(value: unknown, name: string): boolean {
  return Array.isArray(value) && value.some((each) => String(each).toLowerCase() === name)
}

const NAMES: ReadonlyMap<string, MarkdownEngine> = new Map([
  ['kramdown', 'kramdown'],
  ['commonmark', 'commonmark'],
  ['commonmarkghpages', 'commonmark'],
  ['gfm', 'commonmark'],
  ['rdiscount', 'rdiscount'],
  ['redcarpet', 'redcarpet'],
  ['redcarpet2', 'redcarpet'],
])
