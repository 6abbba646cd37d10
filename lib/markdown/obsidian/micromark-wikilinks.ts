import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types'

/**
 * Obsidian's `[[Note#Heading|words]]` and `![[picture.png|300]]`: on one line, and never empty.
 * @see https://help.obsidian.md/links
 */
export function wikilinks(): Extension {
  return { text: { [BRACKET]: wikilink, [EXCLAMATION]: wikilink } }
}

const BRACKET = 91
const CLOSING_BRACKET = 93
const EXCLAMATION = 33

const tokenize: Tokenizer = (effects, ok, nok) => {
  let brackets = 0
  let size = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('wikilink')
    if (code !== EXCLAMATION) return opening(code)
    effects.consume(code)
    return opening
  }

  function opening(code: Code): State | undefined {
    if (code !== BRACKET) return nok(code)
    effects.consume(code)
    brackets++
    return brackets === 2 ? inside : opening
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === BRACKET) return nok(code)
    if (code === CLOSING_BRACKET) return size > 0 ? closing(code) : nok(code)
    effects.consume(code)
    size++
    return inside
  }

  function closing(code: Code): State | undefined {
    if (code !== CLOSING_BRACKET) return nok(code)
    effects.consume(code)
    brackets--
    if (brackets > 0) return closing
    effects.exit('wikilink')
    return ok
  }
}

const wikilink: Construct = { name: 'wikilink', tokenize }

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikilink: 'wikilink'
  }
}
