import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

/** Kramdown's `\\` at the end of a line: a line break. @see https://kramdown.gettalong.org/syntax.html#paragraphs */
export function doubleBackslashBreaks(): Extension {
  return { text: { [BACKSLASH]: doubleBackslashBreak } }
}

const BACKSLASH = 92

const tokenize: Tokenizer = (effects, ok, nok) => {
  return first

  function first(code: Code): State | undefined {
    effects.enter('hardBreakEscape')
    effects.consume(code)
    return second
  }

  function second(code: Code): State | undefined {
    if (code !== BACKSLASH) return nok(code)
    effects.consume(code)
    return end
  }

  function end(code: Code): State | undefined {
    if (code === null || !markdownLineEnding(code)) return nok(code)
    effects.exit('hardBreakEscape')
    return ok(code)
  }
}

const doubleBackslashBreak: Construct = { name: 'doubleBackslashBreak', tokenize }
