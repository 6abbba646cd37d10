import { markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, State } from 'micromark-util-types'

const CLOSE = 41
const QUOTATION_MARK = 34
const APOSTROPHE = 39

/** Spaces, then one of the given characters. */
function spacesThen(wanted: readonly number[], isEnough: (code: Code) => boolean): Construct {
  return {
    partial: true,
    tokenize: (effects, ok, nok) => {
      let found: Code = null
      return function start(code: Code): State | undefined {
        effects.enter('whitespace')
        return scan(code)
      }
      function scan(code: Code): State | undefined {
        if (found === null && markdownLineEndingOrSpace(code)) return consume(code)
        if (found === null && code !== null && wanted.includes(code)) {
          found = code
          return consume(code)
        }
        if (found === null || !isEnough(code)) return nok(code)
        effects.exit('whitespace')
        return ok(code)
      }
      function consume(code: Code): State {
        effects.consume(code)
        return scan
      }
    },
  }
}

export const titleStart = spacesThen([QUOTATION_MARK, APOSTROPHE], () => true)

export const resourceEnd = spacesThen([CLOSE], () => true)

/** A quotation mark, spaces, and the parenthesis that closes the link. */
export const titleEnd: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    return function start(code: Code): State | undefined {
      effects.enter('whitespace')
      effects.consume(code)
      return after
    }
    function after(code: Code): State | undefined {
      if (code !== CLOSE && !markdownLineEndingOrSpace(code)) return nok(code)
      if (code !== CLOSE) {
        effects.consume(code)
        return after
      }
      effects.exit('whitespace')
      return ok(code)
    }
  },
}
