import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

/**
 * MathJax's delimiters in a sentence: `\\(x\\)` and `\\[x\\]`, as Markdown had to be written for it to see `\(x\)`; and
 * `\(x\)` itself where the engine let it through.
 * @param single whether one backslash is enough
 */
export function texBrackets(single: boolean): Extension {
  return { text: { [BACKSLASH]: { name: 'texBrackets', tokenize: tokenizer(single) } } }
}

const BACKSLASH = 92
const CLOSING = new Map([
  [40, 41],
  [91, 93],
])

function tokenizer(single: boolean): Tokenizer {
  return (effects, ok, nok) => {
    let size = 0
    let closing: number | undefined
    let isEmpty = true
    return start

    function start(code: Code): State | undefined {
      effects.enter('mathText')
      effects.enter('mathTextSequence')
      return opening(code)
    }

    function opening(code: Code): State | undefined {
      if (code === BACKSLASH && size < 2) {
        size++
        effects.consume(code)
        return opening
      }
      closing = code === null ? undefined : CLOSING.get(code)
      if (closing === undefined || (size === 1 && !single)) return nok(code)
      effects.consume(code)
      effects.exit('mathTextSequence')
      return between
    }

    function between(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return between
      }
      if (code === BACKSLASH) return effects.attempt(end(), done, data)(code)
      return data(code)
    }

    function data(code: Code): State | undefined {
      isEmpty = false
      effects.enter('mathTextData')
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || code === BACKSLASH) {
        effects.exit('mathTextData')
        return between(code)
      }
      effects.consume(code)
      return inside
    }

    function done(code: Code): State | undefined {
      if (isEmpty) return nok(code)
      effects.exit('mathText')
      return ok(code)
    }

    function end(): Construct {
      return {
        partial: true,
        tokenize(effects, ok, nok) {
          let left = size
          return function mark(code: Code): State | undefined {
            if (left === size) effects.enter('mathTextSequence')
            if (left === 0) {
              if (code !== closing) return nok(code)
              effects.consume(code)
              effects.exit('mathTextSequence')
              return ok
            }
            if (code !== BACKSLASH) return nok(code)
            left--
            effects.consume(code)
            return mark
          }
        },
      }
    }
  }
}
