import { attention } from 'micromark-core-commonmark'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Token, Tokenizer } from 'micromark-util-types'

/**
 * Emphasis by kramdown's rule: a run of asterisks opens if no space follows it and closes if no space precedes it.
 * CommonMark also requires punctuation or a space next to it, so that `**Note:**text` and most of Chinese and Japanese
 * would show their asterisks.
 * @see https://kramdown.gettalong.org/syntax.html#emphasis
 */
export function looseEmphasis(): Extension {
  return { text: { [ASTERISK]: looseAttention, [UNDERSCORE]: looseAttention } }
}

const ASTERISK = 42
const UNDERSCORE = 95

const tokenize: Tokenizer = function (effects, ok) {
  const before = this.previous
  return start

  function start(code: Code): State | undefined {
    effects.enter('attentionSequence')
    return inside(code, code)
  }

  function inside(code: Code, marker: Code): State | undefined {
    if (code === marker) {
      effects.consume(code)
      return (next) => inside(next, marker)
    }
    const token: Token = effects.exit('attentionSequence')
    const isWithinWord = marker === UNDERSCORE && isWord(before) && isWord(code)
    token._open = !isSpace(code) && !isWithinWord
    token._close = !isSpace(before) && !(marker === UNDERSCORE && isWord(code))
    return ok(code)
  }
}

function isSpace(code: Code): boolean {
  return code === null || markdownLineEndingOrSpace(code) || /\s/.test(String.fromCodePoint(code))
}

function isWord(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code))
}

const looseAttention: Construct = { ...attention, name: 'looseAttention', tokenize }
