import { defListFromMarkdown } from 'mdast-util-definition-list'
import { defList } from 'micromark-extension-definition-list'
import { markdownLineEnding } from 'micromark-util-character'
import type { Construct, Extension, Tokenizer } from 'micromark-util-types'
import type { Processor } from 'unified'

/** Parser plugin: a term, and `: ` before its definition, as in kramdown and Goldmark. */
export function remarkDefinitionLists(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(withText(defList))
  data.fromMarkdownExtensions.push(defListFromMarkdown)
}

/** A colon alone on its line is text in both engines, whatever is above it. */
function withText({ document = {} }: Extension): Extension {
  const construct = document[COLON]
  if (construct === undefined || Array.isArray(construct)) return { document }
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const read = (code: number | null) => construct.tokenize.call(this, effects, ok, nok)(code)
    return effects.check(colonAndText, read, nok)
  }
  return { document: { ...document, [COLON]: { ...construct, tokenize } } }
}

const COLON = 58

const colonAndText: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    const first = (code: number | null) => {
      effects.enter('data')
      effects.consume(code)
      return next
    }
    const next = (code: number | null) => {
      effects.exit('data')
      return code === null || markdownLineEnding(code) ? nok(code) : ok(code)
    }
    return first
  },
}
