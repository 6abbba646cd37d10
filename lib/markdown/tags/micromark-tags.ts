import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'

/**
 * The syntax of tags, without their meaning: `{% … %}` of Liquid, `{{< … >}}` and `{{% … %}}` of Hugo. Because it is
 * a syntax extension, a tag in a code span or fence stays text, and one may be anywhere else, on the last line
 * too. A tag alone on its line is a block; any other is inline.
 */
export function tagSyntax(options: TagSyntaxOptions): Extension {
  const plain: Shape = { ...options, lastEnd: undefined }
  const raw: Shape = options
  const construct = (name: string, shape: Shape, flow: boolean): Construct => ({
    name,
    tokenize: tokenizer(shape, flow),
    ...(flow ? { concrete: true, add: 'before' } : {}),
  })
  return {
    flow: { [BRACE]: [construct('rawTagFlow', raw, true), construct('tagFlow', plain, true)] },
    text: { [BRACE]: [construct('rawTagText', raw, false), construct('tagText', plain, false)] },
  }
}

export interface TagSyntaxOptions {
  /** Offset of the last end tag by the name of the tag it ends, for tags that contain text: nothing in them is a tag. */
  lastEnd: ReadonlyMap<string, number>
  /** Names of tags that represent a word or a URL: alone on a line they still belong to their paragraph. */
  isInline: (name: string) => boolean
  /** Names of tags that the text ends somewhere: `{{< /notice >}}`. */
  hasEnd: (name: string) => boolean
  /** Zola's `{{ name(key="value") }}` is a tag too. */
  calls: boolean
}

/** A tag longer than this is prose with a stray brace. */
const MAX_TAG_LENGTH = 10_000
/** Enough of the text read so far to contain an end tag such as `{%- endhighlight -%}`. */
const TAIL = 80
const BRACE = 123

const OPENING = /^(?:\{%[-~]?|\{\{[<%]|\{\{)/
const CALL = /^\{\{-?\s*(?:[A-Za-z_]\w*\([\s\S]*\)|\/\*[\s\S]*\*\/)\s*-?\}\}$/
const NAME = /^(?:\{%[-~]?|\{\{[<%][-~]?)\s*([^\s%>}/][^\s%>}]*)/

function tokenizer(shape: Shape, flow: boolean): Tokenizer {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const self = this
    const lineBreak: Construct = { partial: true, tokenize: flow ? tokenizeNonLazyBreak : tokenizeBreak }
    let source = ''
    let open = false
    let quote: Code = null
    /** Whether the line continues a paragraph of a list or quotation without the container's marker. */
    let isLazy = false
    /** The name of the tag whose text is being read, once its opening is complete. */
    let rawName: string | undefined
    return start

    function start(code: Code): State | undefined {
      isLazy = flow && self.interrupt === true && self.parser.lazy[self.now().line] === true
      effects.enter('tag')
      return chunk(code)
    }

    function chunk(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (markdownLineEnding(code)) {
        if (rawName === undefined && !OPENING.test(source)) return nok(code)
        return effects.attempt(lineBreak, afterBreak, nok)(code)
      }
      open = true
      effects.enter('tagData')
      return data(code)
    }

    function afterBreak(code: Code): State | undefined {
      source += '\n'
      return chunk(code)
    }

    function data(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        open = false
        effects.exit('tagData')
        return chunk(code)
      }
      source += code < 0 ? '\t' : String.fromCharCode(code)
      if (rawName === undefined && !fits()) return nok(code)
      effects.consume(code)
      if (rawName !== undefined) {
        if (source.length > TAIL * 2) source = source.slice(-TAIL)
        return code === 125 && endsRaw(source, rawName) ? end : data
      }
      return code === 125 && isClosed() ? opened : data
    }

    /** Whether the source read so far can still become a tag. */
    function fits(): boolean {
      const { length } = source
      if (length === 2) return source === '{%' || source === '{{'
      if (length === 3 && source.startsWith('{{')) return shape.calls || /[<%]/.test(source[2] ?? '')
      if (length > MAX_TAG_LENGTH) return false
      const last = source[length - 1]
      if (source.startsWith('{{') && (last === '"' || last === '`') && source[length - 2] !== '\\') {
        const code = last.charCodeAt(0)
        if (quote === null) quote = code
        else if (quote === code) quote = null
      }
      // Another tag begins inside this one: this one was never closed.
      return length < 5 || quote !== null || !/\{(?:%|\{[<%])$/.test(source.slice(-3))
    }

    function isClosed(): boolean {
      if (source.startsWith('{%')) return source.endsWith('%}') && source.length >= 4
      if (shape.calls && !/[<%]/.test(source[2] ?? '')) return quote === null && CALL.test(source)
      const shut = source[2] === '<' ? '>}}' : '%}}'
      return quote === null && source.endsWith(shut) && source.length >= 6
    }

    function opened(code: Code): State | undefined {
      const name = NAME.exec(source)?.[1]
      if (shape.lastEnd) {
        const last = name === undefined ? undefined : shape.lastEnd.get(name)
        if (last === undefined || last < self.now().offset) return nok(code)
        // The next lines are still outside the container, so the tag must end the paragraph first.
        if (isLazy && markdownLineEnding(code)) return end(code)
        rawName = name
        source = ''
        return data(code)
      }
      // Hugo puts a tag's output into the paragraph, so the list goes on.
      if (isLazy && source.startsWith('{{') && name !== undefined && !shape.hasEnd(name)) return nok(code)
      if (flow && name !== undefined && shape.isInline(name)) return nok(code)
      return end(code)
    }

    function end(code: Code): State | undefined {
      if (open) effects.exit('tagData')
      effects.exit('tag')
      if (!flow) return ok(code)
      return markdownSpace(code) ? factorySpace(effects, lineEnd, 'whitespace')(code) : lineEnd(code)
    }

    function lineEnd(code: Code): State | undefined {
      return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
    }
  }
}

/** Whether the text ends with the end tag of `name`: `{% endraw %}`, `{{< /highlight >}}`. */
function endsRaw(text: string, name: string): boolean {
  const end = /(?:\{%[-~]?\s*end(\S+?)\s*[-~]?%\}|\{\{([<%])\s*\/\s*(\S+?)\s*[>%]\}\})$/.exec(text)
  return end !== null && (end[1] ?? end[3]) === name
}

const tokenizeBreak: Tokenizer = (effects, ok, nok) => {
  return (code) => {
    if (!markdownLineEnding(code)) return nok(code)
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return ok
  }
}

/** A block only continues on lines with its container's marker. */
const tokenizeNonLazyBreak: Tokenizer = function (effects, ok, nok) {
  const after: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code))
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return after
  }
}

interface Shape extends Omit<TagSyntaxOptions, 'lastEnd'> {
  /** Present for tags that contain text. */
  lastEnd: ReadonlyMap<string, number> | undefined
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tag: 'tag'
    tagData: 'tagData'
  }
}
