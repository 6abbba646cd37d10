import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { TexBlock } from './tex-blocks'

/** Formulas on separate lines, where `findTexBlocks` found them. Replaces remark-math's rule for blocks. */
export function texBlocks(blocks: ReadonlyMap<number, TexBlock>): Extension {
  const construct: Construct = { name: 'texBlock', concrete: true, tokenize: tokenizer(blocks) }
  return { disable: { null: ['mathFlow'] }, flow: { [DOLLAR]: construct, [BACKSLASH]: construct } }
}

const DOLLAR = 36
const BACKSLASH = 92

function tokenizer(blocks: ReadonlyMap<number, TexBlock>) {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const block = blocks.get(self.now().offset)
    let open: 'texBlockMark' | 'texBlockData' | undefined
    return start

    function start(code: Code): State | undefined {
      // In a paragraph `$$x$$` on a line is a part of its sentence.
      if (!block || (self.interrupt && !block.isMultiline)) return nok(code)
      if (self.interrupt) return ok(code)
      effects.enter('texBlock')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      const { offset } = self.now()
      if (!block || code === null || offset > block.end) return nok(code)
      if (offset === block.end) return end(code)
      if (markdownLineEnding(code)) {
        close()
        return effects.attempt(nextLine, inside, nok)(code)
      }
      const type = offset >= block.from && offset < block.to ? 'texBlockData' : 'texBlockMark'
      if (open !== type) {
        close()
        effects.enter(type)
        open = type
      }
      effects.consume(code)
      return inside
    }

    function end(code: Code): State | undefined {
      close()
      effects.exit('texBlock')
      return markdownSpace(code) ? factorySpace(effects, after, 'whitespace')(code) : after(code)
    }

    function after(code: Code): State | undefined {
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
    }

    function close(): void {
      if (open) effects.exit(open)
      open = undefined
    }
  }
}

/** The next line, unless it belongs to another block. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this
    return function lineEnding(code) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => (self.parser.lazy[self.now().line] ? nok(next) : ok(next))
    }
  },
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texBlock: 'texBlock'
    texBlockMark: 'texBlockMark'
    texBlockData: 'texBlockData'
  }
}
