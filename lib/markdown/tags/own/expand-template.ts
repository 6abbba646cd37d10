import type { OwnTag } from '../../../model/document'
import { ownValue } from '../../../model/records'
import type { TagArguments } from '../read-arguments'
import { evaluate, type Scope, Unsupported } from './template-expression'
import { templateFunctions } from './template-functions'
import { htmlOf, isTrue, SafeHtml, textOf, type Value } from './template-value'

/** A part of a template's output: HTML, Markdown that is still to be parsed, or the content between the tags. */
export type TemplatePart = { html: string } | { markdown: string } | 'inner'

/**
 * Expands a tag that a site defines with its template, if that only needs the tag's arguments.
 * @param written the arguments as written
 * @returns undefined if the template uses pages, data, files, loops or other templates
 */
export function expandTemplate(
  { template, pattern }: OwnTag,
  args: TagArguments,
  written: string,
): TemplatePart[] | undefined {
  const found =
    pattern === undefined ? undefined : new RegExp(pattern).exec(written.trim().slice(0, MAX_ARGUMENTS))
  const named = found?.groups ?? args.named
  try {
    return new Template(template, { positional: args.positional, named }, written).expand()
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

/** Limits the length of arguments, because a pattern that the site defines is matched against them. */
const MAX_ARGUMENTS = 500
const MAX_ACTIONS = 500

const START = '\uE000'
const END = '\uE001'

class Template {
  private readonly parts: ('inner' | { markdown: string })[] = []
  private readonly variables = new Map<string, Value>()
  private readonly scratch = new Map<string, Value>()
  private readonly pieces: { text: string; action?: string }[]
  private at = 0

  constructor(
    template: string,
    private readonly args: TagArguments,
    private readonly written: string,
  ) {
    this.pieces = readPieces(template.replaceAll(/[\uE000\uE001]/g, ''))
    if (this.pieces.length > MAX_ACTIONS) throw new Unsupported('length')
  }

  expand(): TemplatePart[] {
    const { output, end } = this.block(undefined, true)
    if (end) throw new Unsupported(end)
    return this.divide(output.trim())
  }

  /** Writes until `end` or `else`. */
  private block(dot: Value, isShown: boolean): { output: string; end: string | undefined } {
    let output = ''
    while (this.at < this.pieces.length) {
      const piece = this.pieces[this.at++]
      if (isShown) output += piece?.text ?? ''
      const action = piece?.action
      if (action === undefined) continue
      if (/^(?:end|else)\b/.test(action)) return { output, end: action }
      const branch = /^(if|with)\s+([\s\S]+)$/.exec(action)
      if (branch) output += this.branch(branch[1] ?? '', branch[2] ?? '', dot, isShown)
      else if (isShown) output += this.write(action, dot)
      else if (/^(?:range|block|define)\b/.test(action)) throw new Unsupported(action)
    }
    return { output, end: undefined }
  }

  private branch(kind: string, condition: string, dot: Value, isShown: boolean): string {
    const assigned = /^(\$\w+)\s*:?=\s*([\s\S]+)$/.exec(condition)
    const value = isShown ? this.evaluate(assigned?.[2] ?? condition, dot) : undefined
    if (assigned?.[1]) this.variables.set(assigned[1], value)
    const isTaken = isShown && isTrue(value)
    const first = this.block(kind === 'with' ? value : dot, isTaken)
    if (first.end === undefined) throw new Unsupported('no end')
    if (first.end === 'end') return isTaken ? first.output : ''
    const chained = /^else\s+(if|with)\s+([\s\S]+)$/.exec(first.end)
    if (chained) {
      const rest = this.branch(chained[1] ?? '', chained[2] ?? '', dot, isShown && !isTaken)
      return isTaken ? first.output : rest
    }
    const second = this.block(dot, isShown && !isTaken)
    if (second.end !== 'end') throw new Unsupported('no end')
    return isTaken ? first.output : second.output
  }

  private write(action: string, dot: Value): string {
    const assigned = /^(\$\w+)\s*:?=\s*([\s\S]+)$/.exec(action)
    if (assigned?.[1] && assigned[2]) {
      this.variables.set(assigned[1], this.evaluate(assigned[2], dot))
      return ''
    }
    return htmlOf(this.evaluate(action, dot))
  }

  private evaluate(expression: string, dot: Value): Value {
    const scope: Scope = {
      call: (name, values) => this.call(name.replace(/^\$/, ''), values),
      variable: (name) => {
        if (name === '.' && dot !== undefined) return dot
        if (!this.variables.has(name)) throw new Unsupported(name)
        return this.variables.get(name)
      },
    }
    return evaluate(expression, scope)
  }

  private call(name: string, values: Value[]): Value {
    const [first, second] = values
    switch (name) {
      case '.Get':
        return typeof first === 'number'
          ? this.args.positional[first]
          : (ownValue(this.args.named, textOf(first).toLowerCase()) ??
              ownValue(this.args.named, textOf(first)))
      case '.Inner':
        return this.hold('inner')
      case '.Written':
        return new SafeHtml(htmlOf(this.written.trim()))
      case '.IsNamedParams':
        return Object.keys(this.args.named).length > 0
      case '.Scratch.Set':
        this.scratch.set(textOf(first), second)
        return ''
      case '.Scratch.Get':
        return this.scratch.get(textOf(first))
      case 'markdownify':
      case '.Page.RenderString':
      case '.RenderString':
        return first instanceof SafeHtml ? first : this.hold({ markdown: textOf(first) })
    }
    const known = templateFunctions.get(
      name.replace(/^strings\./, '').replace(/^[A-Z]/, (c) => c.toLowerCase()),
    )
    if (!known) throw new Unsupported(name)
    return known(...values)
  }

  private hold(part: 'inner' | { markdown: string }): SafeHtml {
    this.parts.push(part)
    return new SafeHtml(`${START}${this.parts.length - 1}${END}`)
  }

  /** Content inside an attribute can only be text. */
  private divide(output: string): TemplatePart[] {
    const plain = output.replaceAll(/<[^<>]*>/g, (tag) =>
      tag.replaceAll(HELD, (_, index: string) => {
        const part = this.parts[Number(index)]
        return typeof part === 'object' ? htmlOf(part.markdown) : ''
      }),
    )
    return plain.split(/\uE000(\d+)\uE001/).flatMap((piece, index): TemplatePart[] => {
      if (index % 2 === 0) return piece === '' ? [] : [{ html: piece }]
      const part = this.parts[Number(piece)]
      return part === undefined ? [] : [part]
    })
  }
}

const HELD = /\uE000(\d+)\uE001/g

/** Text parts, each with the action after it. `{{-` and `-}}` remove adjacent spaces. */
function readPieces(template: string): { text: string; action?: string }[] {
  const pieces: { text: string; action?: string }[] = []
  let from = 0
  let trimsNext = false
  for (const match of template.matchAll(ACTION)) {
    const before = template.slice(from, match.index)
    const text = trimsNext ? before.trimStart() : before
    const isComment = (match[2] ?? '').startsWith('/*')
    pieces.push({
      text: match[1] ? text.trimEnd() : text,
      ...(!isComment && { action: match[2]?.trim() ?? '' }),
    })
    trimsNext = match[3] !== undefined
    from = match.index + match[0].length
  }
  const rest = template.slice(from)
  return [...pieces, { text: trimsNext ? rest.trimStart() : rest }]
}

const ACTION =
  /\{\{(-(?=\s))?\s*(\/\*[\s\S]*?\*\/|(?:"(?:\\.|[^"\\])*"|`[^`]*`|(?!-?\}\})[\s\S])*?)\s*(-)?\}\}/g
