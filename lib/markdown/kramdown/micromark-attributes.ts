import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

/**
 * Kramdown's separate lines: `{: .class}`, `{:toc}`, `{::comment}`, `{:/comment}`. A block that would otherwise
 * take such a line in (a paragraph, a list, a table) ends before it.
 * @see https://kramdown.gettalong.org/syntax.html#block-ials
 */
export function attributeLines(): Extension {
  return { flow: { [BRACE]: attributeLine, [CARET]: endOfBlock } }
}

const BRACE = 123
const CARET = 94
const COLON = 58
const CLOSING_BRACE = 125

const tokenize: Tokenizer = (effects, ok, nok) => {
  return open

  function open(code: Code): State | undefined {
    effects.enter('attributeLine')
    effects.consume(code)
    return colon
  }

  function colon(code: Code): State | undefined {
    if (code !== COLON) return nok(code)
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.consume(code)
    return code === CLOSING_BRACE ? after : inside
  }

  function after(code: Code): State | undefined {
    effects.exit('attributeLine')
    return markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code)
  }

  function end(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}

/** `^` alone on its line ends the block above it and is not shown. */
const tokenizeEnd: Tokenizer = (effects, ok, nok) => {
  return start

  function start(code: Code): State | undefined {
    effects.enter('attributeLine')
    effects.consume(code)
    effects.exit('attributeLine')
    return after
  }

  function after(code: Code): State | undefined {
    if (markdownSpace(code)) return factorySpace(effects, after, 'whitespace')(code)
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}

const endOfBlock: Construct = { name: 'endOfBlock', tokenize: tokenizeEnd, concrete: true }
const attributeLine: Construct = { name: 'attributeLine', tokenize, concrete: true }

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributeLine: 'attributeLine'
  }
}
