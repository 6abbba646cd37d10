import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, Previous, State, Tokenizer } from 'micromark-util-types'

/**
 * Math in dollars, by Pandoc's rule: `$x$` is math if neither dollar has a space inside it and no digit follows
 * the closing one, so that `$5 and $10` stays prose. `\$` inside does not close. Replaces remark-math's
 * own rule for text; its blocks (`$$` on a separate line) and its tree stay.
 * @see https://pandoc.org/MANUAL.html#extension-tex_math_dollars
 */
export function dollarMath(): Extension {
  return { disable: { null: ['mathText'] }, text: { [DOLLAR]: dollarMathText } }
}

const DOLLAR = 36
const BACKSLASH = 92
const LESS_THAN = 60
const SLASH = 47

const previous: Previous = function (code) {
  return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape'
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  const isGlued = isWord(this.previous)
  let size = 0
  let closing = 0
  let before: Code = null
  return open

  function open(code: Code): State | undefined {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === DOLLAR) {
      size++
      effects.consume(code)
      return opening
    }
    effects.exit('mathTextSequence')
    if (size > 2 || (size === 1 && (isGlued || isSpace(code)))) return nok(code)
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === DOLLAR) return close(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      before = code
      return between
    }
    effects.enter('mathTextData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code === DOLLAR || markdownLineEnding(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    effects.consume(code)
    before = code
    if (code === LESS_THAN && size === 1) return angle
    return code === BACKSLASH ? escaped : data
  }

  /** The end tag of an element around the first dollar: `<code>$a</code> or <code>$b</code>`. */
  function angle(code: Code): State | undefined {
    return code === SLASH ? nok(code) : data(code)
  }

  /** After a backslash a dollar is part of the formula. */
  function escaped(code: Code): State | undefined {
    if (code !== DOLLAR && code !== BACKSLASH) return data(code)
    effects.consume(code)
    before = code
    return data
  }

  function close(code: Code): State | undefined {
    if (before === null || (size === 1 && isSpace(before))) return nok(code)
    effects.enter('mathTextSequence')
    return closingSequence(code)
  }

  function closingSequence(code: Code): State | undefined {
    if (code === DOLLAR && closing < size) {
      closing++
      effects.consume(code)
      return closingSequence
    }
    if (closing < size || code === DOLLAR || (size === 1 && isDigit(code))) return nok(code)
    effects.exit('mathTextSequence')
    effects.exit('mathText')
    return ok(code)
  }
}

const dollarMathText: Construct = { name: 'dollarMathText', tokenize, previous }

function isSpace(code: Code): boolean {
  return markdownSpace(code) || markdownLineEnding(code)
}

/** In `9$/GB`, `5$` and `US$` a price is written. Letters of other scripts may directly precede a formula. */
function isWord(code: Code): boolean {
  return isDigit(code) || (code !== null && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)))
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
  }
}
