import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'

/**
 * Blocks of HTML by kramdown's rule: an element that begins a line lasts until its own end tag, whatever is between
 * them, and what follows that line is Markdown. CommonMark ends a block at the first blank line, and a `<pre>` at any
 * `</script>`. Left to CommonMark's rule: an element without its end tag, and what holds
 * Markdown (`markdown="1"`) on several lines.
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function wholeHtmlBlocks(): Extension {
  return { flow: { [LESS_THAN]: { name: 'wholeHtmlBlock', tokenize: tokenizer(), concrete: true } } }
}

const LESS_THAN = 60

/** Block elements with an end tag. Kramdown reads inline elements as part of a paragraph. */
const ELEMENT =
  /^<(address|article|aside|audio|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|iframe|main|nav|noscript|object|ol|p|pre|script|section|style|summary|svg|table|ul|video)(?=[\s>/]|$)/i

/** A sentence or table, whose end tag ends the block on whichever line: the elements in it may be Markdown, not it itself. */
const SENTENCE = /^<(?:h[1-6]|p|summary|table)\b(?![^>]*\smarkdown\s*=)/i

/**
 * Characters that one text may have read in vain: an element without its end tag is read to the end of the text, and a
 * text of many such elements must not take a minute.
 */
const MAX_IN_VAIN = 500_000

function tokenizer(): Tokenizer {
  const budget = { left: MAX_IN_VAIN }
  return function (effects, ok, nok) {
    return readBlock(this, budget, effects, ok, nok)
  }
}

function readBlock(
  { parser, now }: TokenizeContext,
  budget: { left: number },
  effects: Effects,
  ok: State,
  nok: State,
): State {
  let line = ''
  let length = 0
  let depth = 0
  let tag: RegExp | undefined
  let isSentence = false
  return start

  function start(code: Code): State | undefined {
    effects.enter('htmlFlow')
    effects.enter('htmlFlowData')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('htmlFlowData')
      return endOfLine(code)
    }
    line += code < 0 ? ' ' : String.fromCharCode(code)
    effects.consume(code)
    return inside
  }

  function endOfLine(code: Code): State | undefined {
    const name = tag ? undefined : ELEMENT.exec(line)?.[1]
    if (name) isSentence = SENTENCE.test(line)
    if (name) tag = new RegExp(`<(/?)${name}(?=[\\s>/]|$)`, 'gi')
    if (!tag) return nok(code)
    for (const match of line.matchAll(tag)) depth += match[1] ? -1 : 1
    if (depth > 0 && !isSentence && /\smarkdown\s*=/.test(line)) return nok(code)
    length += line.length
    line = ''
    if (depth <= 0) {
      effects.exit('htmlFlow')
      return ok(code)
    }
    if (code === null || length > budget.left) return giveUp(code)
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return nextLine
  }

  function nextLine(code: Code): State | undefined {
    if (parser.lazy[now().line] || code === null) return giveUp(code)
    if (markdownLineEnding(code)) return endOfLine(code)
    effects.enter('htmlFlowData')
    return inside(code)
  }

  function giveUp(code: Code): State | undefined {
    budget.left -= length
    return nok(code)
  }
}
