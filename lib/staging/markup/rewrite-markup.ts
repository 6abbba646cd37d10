import { findCodeLines } from '../../model/code-lines'
import { rewriteAdmonitions } from './admonitions'
import { rewriteContainers } from './containers'
import { rewriteLines } from './line-notations'
import { findMovedLines, type MovedLines } from './moved-lines'
import { mayHoldShortcodes, rewriteShortcodes } from './wordpress/rewrite-shortcodes'

/**
 * Writes notations of other systems' Markdown as tags that the pipeline knows: `:::tip` containers, `!!! note`
 * admonitions, `[[toc]]`, `@[youtube](id)`, shortcodes of WordPress. Text in code stays as it is.
 * @param body Markdown, after templates were evaluated
 * @returns also how lines moved, so that messages name the right one
 */
export function rewriteMarkup(body: string): { body: string; moved: MovedLines } {
  if (!MARKS.test(body) && !mayHoldShortcodes(body)) return { body, moved: [] }
  const lines = body.split('\n')
  // A fence in an admonition is indented by its four spaces, so admonitions come first.
  const shifted = rewriteAdmonitions(lines, findCodeLines(body))
  const isCode = findCodeLines(shifted.join('\n'))
  const contained = rewriteContainers(shifted, isCode)
  const tagged = rewriteLines(rewriteShortcodes(contained, isCode), isCode)
  const made = tagged.map((line, index) => (isCode[index] ? line : line.replace(BLOCK_MARK, '')))
  return { body: made.join('\n'), moved: findMovedLines(made) }
}

const MARKS = /^[ \t>]*(?::::|!!!|\?\?\?|@\[|\[\[?_?toc_?\]\]?[ \t]*$)|\]\([^\s()]+ =\d*x\d*\)|<!--\s+wp:/im

/** A mark of WordPress' block editor, alone on its line: nothing is left of it. */
const BLOCK_MARK = /^[ \t]*<!--\s+\/?wp:[\s\S]*?-->[ \t]*$/
