import type { OwnTag } from '../../../model/document'
import type { TagArguments } from '../read-arguments'
import { CallOfTag, isOfTag } from './call-of-tag'
import { inKeyOrder } from './collection-functions'
import { GoTime } from './go-time'
import { evaluate, Unsupported } from './template-expression'
import { methodOfTime, templateFunctions } from './template-functions'
import { type Branch, readTemplate, type TemplateNode } from './template-nodes'
import {
  fieldOf,
  htmlOf,
  isList,
  isMap,
  isTrue,
  SafeHtml,
  type TemplatePart,
  textOf,
  type Value,
} from './template-value'

/**
 * Expands a tag that a site defines with its template, if that needs no more than the tag's arguments, the data, partial
 * templates and files that `own` holds, and the post itself.
 * @param written the arguments as written
 * @returns undefined if the template uses other pages, pictures as files, or functions that are not known here
 */
export function expandTemplate(own: OwnTag, args: TagArguments, written: string): TemplatePart[] | undefined {
  const { template, pattern } = own
  const found =
    pattern === undefined ? undefined : new RegExp(pattern).exec(written.trim().slice(0, MAX_ARGUMENTS))
  const named = found?.groups ?? args.named
  const call = new CallOfTag(own, { positional: args.positional, named }, written)
  try {
    const output = new Template(own, call).expand(template, undefined)
    return call.divide(output.trim())
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

/** Limits the length of arguments, because a pattern that the site defines is matched against them. */
const MAX_ARGUMENTS = 500
/** What one tag may cost: parts written, characters, and partials that call each other. */
const MAX_STEPS = 20_000
const MAX_OUTPUT = 500_000
const MAX_DEPTH = 10

class Template {
  private readonly variables = new Map<string, Value>()
  private steps = 0
  /** The value that a partial template was called with. */
  private given: Value

  constructor(
    private readonly own: OwnTag,
    private readonly call: CallOfTag,
    private readonly depth = 0,
  ) {
    if (depth > MAX_DEPTH) throw new Unsupported('depth')
  }

  expand(template: string, given: Value): string {
    this.given = given
    return this.block(readTemplate(template), given)
  }

  /** Variables declared in a block end with it. */
  private block(nodes: readonly TemplateNode[], dot: Value): string {
    const before = new Map<string, Value>()
    const declared = new Set<string>()
    let output = ''
    for (const node of nodes) {
      if (++this.steps > MAX_STEPS || output.length > MAX_OUTPUT) throw new Unsupported('length')
      if (node.kind === 'text') output += node.text
      else if (node.kind !== 'action') output += this.branch(node, dot)
      else {
        const [, name, sign, expression] = ASSIGNMENT.exec(node.action) ?? []
        if (!name || !expression) output += htmlOf(this.evaluate(node.action, dot))
        else {
          const value = this.evaluate(expression, dot)
          if (sign === ':=' && !declared.has(name)) {
            declared.add(name)
            if (this.variables.has(name)) before.set(name, this.variables.get(name))
          }
          this.variables.set(name, value)
        }
      }
    }
    for (const name of declared) {
      if (before.has(name)) this.variables.set(name, before.get(name))
      else this.variables.delete(name)
    }
    return output
  }

  private branch({ kind, condition, body, otherwise }: Branch, dot: Value): string {
    const [, first, second, loop] = kind === 'range' ? (LOOP.exec(condition) ?? []) : []
    if (kind === 'range') {
      const items = itemsOf(this.evaluate(loop ?? condition, dot))
      if (items.length === 0) return this.block(otherwise, dot)
      return items
        .map(([key, item]) => {
          if (first) this.variables.set(first, second ? key : item)
          if (second) this.variables.set(second, item)
          return this.block(body, item)
        })
        .join('')
    }
    const [, name, , expression] = ASSIGNMENT.exec(condition) ?? []
    const value = this.evaluate(expression ?? condition, dot)
    if (name) this.variables.set(name, value)
    if (!isTrue(value)) return this.block(otherwise, dot)
    return this.block(body, kind === 'with' ? value : dot)
  }

  private evaluate(expression: string, dot: Value): Value {
    return evaluate(expression, {
      call: (name, values) => this.lookUp(name, values, dot),
      member: (value, path) => this.member(value, path.slice(1).split('.'), []),
    })
  }

  private lookUp(written: string, values: Value[], dot: Value): Value {
    const [first = '', ...names] = written.split('.')
    if (first.length > 1 && first.startsWith('$')) {
      if (!this.variables.has(first)) throw new Unsupported(written)
      return this.member(this.variables.get(first), names, values)
    }
    if (first !== '' && first !== '$') return this.callFunction(written, values)
    const value = first === '$' ? this.given : dot
    const [name = ''] = names
    if (value === undefined && name === '') throw new Unsupported(written)
    if (isMap(value) && (this.depth > 0 || fieldOf(value, name) !== undefined || !isOfTag(name)))
      return this.member(value, names, values)
    if (value instanceof GoTime || name === '') return this.member(value, names.filter(Boolean), values)
    if (this.depth > 0) throw new Unsupported(written)
    return this.call.read(names, values, (inner, path) => this.member(inner, path, values))
  }

  /** What is at a path below a value. A field that a map does not have is empty, as in Go. */
  private member(value: Value, names: readonly string[], values: readonly Value[]): Value {
    const [name, ...rest] = names
    if (name === undefined) return value
    if (value instanceof GoTime) return this.member(methodOfTime(value, name, values), rest, values)
    if (isMap(value)) return this.member(fieldOf(value, name), rest, values)
    if (value === undefined) return undefined
    throw new Unsupported(name)
  }

  private callFunction(written: string, values: Value[]): Value {
    const [space = '', ...path] = written.split('.')
    if (space === 'site' || space === 'hugo')
      return this.call.read(['Site', ...path], values, (inner, names) => this.member(inner, names, values))
    if (written === 'partial' || written === 'partialCached')
      return this.partial(textOf(values[0]), values[1])
    if (written === 'readFile' || written === 'os.ReadFile') return this.call.file(values[0])
    if (written === 'markdownify') return this.call.markdown(values[0])
    const plain = written.replace(/^(?:strings|math|collections|lang|time|cast|fmt|transform)\./, '')
    const known = templateFunctions.get(plain.replace(/^[A-Z]/, (letter) => letter.toLowerCase()))
    if (!known) throw new Unsupported(written)
    return known(...values)
  }

  private partial(name: string, given: Value): Value {
    const template = new Map(Object.entries(this.own.partials ?? {})).get(name.replace(/\.html$/, ''))
    if (template === undefined) throw new Unsupported(name)
    const inner = new Template(this.own, this.call, this.depth + 1)
    inner.steps = this.steps
    const output = inner.expand(template, given)
    this.steps = inner.steps
    return new SafeHtml(output)
  }
}

const ASSIGNMENT = /^(\$\w+)\s*(:?=)\s*([\s\S]+)$/
const LOOP = /^(\$\w+)\s*(?:,\s*(\$\w+)\s*)?:=\s*([\s\S]+)$/

function itemsOf(value: Value): [Value, Value][] {
  if (isList(value)) return value.map((item, index) => [index, item])
  if (isMap(value)) return inKeyOrder(value)
  if (value === undefined) return []
  throw new Unsupported('range')
}
