import { labelEnd } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownLineEndingOrSpace, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer, TokenType } from 'micromark-util-types'
import { resourceEnd, titleEnd, titleStart } from './link-endings'

/**
 * Destinations and titles by kramdown's rule, if CommonMark sees no link: spaces and a line ending belong to a
 * destination, and a title ends only at a quotation mark before the closing parenthesis.
 * @see https://kramdown.gettalong.org/syntax.html#inline-links
 */
export function looseLinks(): Extension {
  return { text: { [CLOSING_BRACKET]: looseLabelEnd } }
}

const CLOSING_BRACKET = 93

const OPEN = 40

const CLOSE = 41

const BACKSLASH = 92

const QUOTATION_MARK = 34

const APOSTROPHE = 39

const LESS_THAN = 60

const BRACE = 123

const tokenize: Tokenizer = function (effects, ok, nok) {
  const label = this.events.findLast(
    ([, token]) => (token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced,
  )?.[1]
  let depth = 0
  let quote: Code = null
  /** CommonMark's own rule reads everything else, with better positions. */
  let isLoose = false
  return start

  function start(code: Code): State | undefined {
    if (!label || label._inactive) return nok(code)
    effects.enter('labelEnd')
    mark('labelMarker', code)
    effects.exit('labelEnd')
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== OPEN) return nok(code)
    effects.enter('resource')
    mark('resourceMarker', code)
    return before
  }

  function before(code: Code): State | undefined {
    if (code !== null && markdownLineEnding(code)) return lineEnding(code, before)
    if (markdownSpace(code)) return factorySpace(effects, before, 'whitespace')(code)
    if (code === null || code === CLOSE || code === LESS_THAN || code === BRACE) return nok(code)
    effects.enter('resourceDestination')
    effects.enter('resourceDestinationRaw')
    effects.enter('resourceDestinationString')
    effects.enter('chunkString', { contentType: 'string' })
    return destination(code)
  }

  function destination(code: Code): State | undefined {
    if (code === null || code === LESS_THAN) return nok(code)
    if (markdownLineEndingOrSpace(code)) {
      return effects.check(
        titleStart,
        endDestination,
        effects.check(resourceEnd, endDestination, space),
      )(code)
    }
    if (code === OPEN) depth++
    if (code === CLOSE && depth-- === 0) return endDestination(code)
    effects.consume(code)
    return code === BACKSLASH ? escaped : destination
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEndingOrSpace(code)) return destination(code)
    effects.consume(code)
    return destination
  }

  function space(code: Code): State | undefined {
    isLoose = true
    if (!markdownLineEnding(code)) {
      effects.consume(code)
      return destination
    }
    effects.exit('chunkString')
    return lineEnding(code, indentation)
  }

  function indentation(code: Code): State | undefined {
    if (markdownSpace(code)) return factorySpace(effects, indentation, 'linePrefix')(code)
    effects.enter('chunkString', { contentType: 'string' })
    return destination(code)
  }

  function endDestination(code: Code): State | undefined {
    effects.exit('chunkString')
    effects.exit('resourceDestinationString')
    effects.exit('resourceDestinationRaw')
    effects.exit('resourceDestination')
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === CLOSE) return end(code)
    if (code !== null && markdownLineEnding(code)) return lineEnding(code, between)
    if (markdownSpace(code)) return factorySpace(effects, between, 'whitespace')(code)
    if (code !== QUOTATION_MARK && code !== APOSTROPHE) return nok(code)
    quote = code
    effects.enter('resourceTitle')
    mark('resourceTitleMarker', code)
    effects.enter('resourceTitleString')
    effects.enter('chunkString', { contentType: 'string' })
    return title
  }

  function title(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === quote) return effects.check(titleEnd, endTitle, inTitle)(code)
    if (markdownLineEnding(code)) {
      effects.exit('chunkString')
      return lineEnding(code, (next) => {
        effects.enter('chunkString', { contentType: 'string' })
        return title(next)
      })
    }
    effects.consume(code)
    return title
  }

  function inTitle(code: Code): State | undefined {
    isLoose = true
    effects.consume(code)
    return title
  }

  function endTitle(code: Code): State | undefined {
    effects.exit('chunkString')
    effects.exit('resourceTitleString')
    mark('resourceTitleMarker', code)
    effects.exit('resourceTitle')
    return between
  }

  function end(code: Code): State | undefined {
    if (!isLoose) return nok(code)
    mark('resourceMarker', code)
    effects.exit('resource')
    return ok
  }

  function lineEnding(code: Code, next: State): State | undefined {
    mark('lineEnding', code)
    return next
  }

  function mark(type: TokenType, code: Code): void {
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
  }
}

const looseLabelEnd: Construct = { ...labelEnd, name: 'looseLabelEnd', tokenize }
