import { list } from 'micromark-core-commonmark'
import { asciiDigit } from 'micromark-util-character'
import type { Code, Construct, Effects, Extension, State, Tokenizer } from 'micromark-util-types'

/**
 * Numbered lists by the rule of kramdown, RDiscount and Redcarpet: `1)` is text, and the next number of a list begins
 * an item even within a paragraph, which lines without indentation have continued. CommonMark allows that for 1 only.
 * @see https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
 */
export function dottedLists(): Extension {
  const bulleted = continued({ ...list, name: BULLETS })
  const numbered = continued({ ...list, name: NUMBERS, tokenize: tokenizer() })
  const digits = Array.from({ length: 10 }, (_, digit) => [ZERO + digit, numbered] as const)
  return {
    disable: { null: ['list'] },
    document: { 42: bulleted, 43: bulleted, 45: bulleted, ...Object.fromEntries(digits) },
  }
}

/** The next item of a list is found by CommonMark's construct, which is disabled: this one takes its place. */
function continued(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const attempt: Effects['attempt'] = (tried, ...states) =>
      effects.attempt(tried === list ? construct : tried, ...states)
    return listContinuation.call(this, { ...effects, attempt }, ok, nok)
  }
  return Object.assign(construct, { continuation: { tokenize } })
}

const listContinuation = list.continuation?.tokenize ?? list.tokenize

export const BULLETS = 'bulletedList'
export const NUMBERS = 'dottedList'

const ZERO = 48
const DOT = 46

function tokenizer(): Tokenizer {
  let last = Number.NaN
  return function (effects, ok, nok) {
    const self = this
    let number = ''
    const marker: Construct = { partial: true, tokenize: readMarker }
    return effects.check(marker, item, nok)

    function item(code: Code): State | undefined {
      const isNext = self.interrupt === true && [last, last + 1].includes(Number(number))
      const context = isNext ? Object.create(self, { interrupt: { value: false } }) : self
      return list.tokenize.call(context, effects, found, nok)(code)
    }

    function found(code: Code): State | undefined {
      last = Number(number)
      return ok(code)
    }

    function readMarker(effects: Effects, ok: State, nok: State): State {
      return function first(code: Code): State | undefined {
        if (!asciiDigit(code)) return nok(code)
        effects.enter('data')
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (code !== null && asciiDigit(code)) {
          number += String.fromCharCode(code)
          effects.consume(code)
          return inside
        }
        effects.exit('data')
        return code === DOT ? ok(code) : nok(code)
      }
    }
  }
}
