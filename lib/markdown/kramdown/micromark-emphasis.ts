import { attention } from 'micromark-core-commonmark'
import type {
  Code,
  Construct,
  Event,
  Extension,
  Resolver,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'
import { type EmphasisNode, pairDelimiters, type Unit } from './pair-delimiters'

/**
 * Emphasis by kramdown's rule, from left to right: delimiters open if no space follows and close at the first place
 * where no space precedes. CommonMark also requires punctuation or a space next to them, so that `**Note:**text` and most
 * of Chinese and Japanese would show their asterisks.
 * @see https://kramdown.gettalong.org/syntax.html#emphasis
 */
export function looseEmphasis(): Extension {
  return {
    text: { [ASTERISK]: looseAttention, [UNDERSCORE]: looseAttention },
    insideSpan: { null: [looseAttention] },
  }
}

const ASTERISK = 42
const UNDERSCORE = 95
const SPACE = 32

const tokenize: Tokenizer = function (effects, ok) {
  const { previous } = this
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
    const token = effects.exit('attentionSequence')
    token._before = previous
    token._after = code
    // For paragraphs with more delimiters than are read by kramdown's rule.
    token._open = !isSpace(code)
    token._close = !isSpace(previous)
    return ok(code)
  }
}

/** Ruby's `\s`: a no-break space is none. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === SPACE
}

const resolveAll: Resolver = (events, context) => {
  const units = readUnits(events, context)
  const delimiters = units.filter(({ marker }) => marker !== undefined).length
  if (delimiters === 0) return events
  if (delimiters > MAX_DELIMITERS) return attention.resolveAll?.(events, context) ?? events
  const made = writeNodes(pairDelimiters(units), units, events, context)
  // The list itself is what the tokenizer goes on with.
  events.length = 0
  for (const event of made) events.push(event)
  return events
}

/** Pairing by kramdown's rule takes time with the square of their number. No real paragraph has half as many. */
const MAX_DELIMITERS = 400

const looseAttention: Construct = { name: 'looseAttention', tokenize, resolveAll }

/** One unit for each delimiter character, and one for all that is between two of them. */
function readUnits(events: readonly Event[], context: TokenizeContext): Unit[] {
  const units: Unit[] = []
  for (const [index, [kind, token]] of events.entries()) {
    const last = units.at(-1)
    if (token.type !== 'attentionSequence') {
      if (last && last.marker === undefined) last.to = index + 1
      else units.push({ from: index, to: index + 1, offset: 0 })
    } else if (kind === 'enter') {
      const run = context.sliceSerialize(token)
      for (let offset = 0; offset < run.length; offset++) {
        const marker = run[offset] === '*' ? '*' : '_'
        units.push({
          from: index,
          to: index + 2,
          offset,
          marker,
          before: offset === 0 ? textBefore(token, context) : marker,
          after: offset === run.length - 1 ? characterOf(token._after) : marker,
        })
      }
    }
  }
  return units
}

/** Checks two characters if available: `a-_b_` is a word. */
function textBefore(token: Token, context: TokenizeContext): string {
  const { start } = token
  if (token._before !== HYPHEN || start._bufferIndex < 2) return characterOf(token._before)
  const from = {
    ...start,
    offset: start.offset - 2,
    column: start.column - 2,
    _bufferIndex: start._bufferIndex - 2,
  }
  return context.sliceSerialize({ start: from, end: start })
}

const HYPHEN = 45

/** A space for a line ending or the end of the text. */
function characterOf(code: Code | undefined): string {
  return code === null || code === undefined || code < 0 ? ' ' : String.fromCodePoint(code)
}

function writeNodes(
  nodes: readonly EmphasisNode[],
  units: readonly Unit[],
  events: readonly Event[],
  context: TokenizeContext,
): Event[] {
  const made: Event[] = []
  const write = (list: readonly EmphasisNode[]): void => {
    for (const node of list) {
      if (typeof node === 'number') writeUnit(units[node])
      else {
        const type = node.size === 2 ? 'strong' : 'emphasis'
        const opening = tokenOf(`${type}Sequence`, node.open, node.open + node.size - 1)
        const closing = tokenOf(`${type}Sequence`, node.close, node.close + node.size - 1)
        const group: Token = { type, start: opening.start, end: closing.end }
        const text: Token = { type: `${type}Text`, start: opening.end, end: closing.start }
        made.push(['enter', group, context], ['enter', opening, context], ['exit', opening, context])
        made.push(['enter', text, context])
        write(node.children)
        made.push(['exit', text, context], ['enter', closing, context], ['exit', closing, context])
        made.push(['exit', group, context])
      }
    }
  }
  const writeUnit = (unit: Unit | undefined): void => {
    if (!unit) return
    if (unit.marker === undefined) made.push(...events.slice(unit.from, unit.to))
    else {
      const token: Token = { type: 'data', start: pointOf(unit, 0), end: pointOf(unit, 1) }
      made.push(['enter', token, context], ['exit', token, context])
    }
  }
  const pointOf = ({ from, offset }: Unit, plus: number): Token['start'] => {
    const start = events[from]?.[1].start ?? context.now()
    const by = offset + plus
    return {
      ...start,
      column: start.column + by,
      offset: start.offset + by,
      _bufferIndex: start._bufferIndex + by,
    }
  }
  const tokenOf = (type: Token['type'], first: number, last: number): Token => {
    const [from, to] = [units[first], units[last]]
    if (!from || !to) throw new Error('A delimiter is missing.')
    return { type, start: pointOf(from, 0), end: pointOf(to, 1) }
  }
  write(nodes)
  return made
}

declare module 'micromark-util-types' {
  interface Token {
    /** The characters around a run of delimiters. */
    _before?: Code
    _after?: Code
  }
}
