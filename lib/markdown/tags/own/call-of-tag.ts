import type { OwnTag } from '../../../model/document'
import { ownValue } from '../../../model/records'
import type { TagArguments } from '../read-arguments'
import { GoTime } from './go-time'
import { Unsupported } from './template-expression'
import { htmlOf, isMap, SafeHtml, type TemplatePart, textOf, toValue, type Value } from './template-value'

const START = '\uE000'
const END = '\uE001'

/** A tag in use, as its template reads it: arguments, content, the post, the data of the site. */
export class CallOfTag {
  private readonly parts: ('inner' | { markdown: string })[] = []
  private readonly scratch = new Map<string, Value>()

  constructor(
    private readonly own: OwnTag,
    private readonly args: TagArguments,
    private readonly written: string,
  ) {}

  /**
   * The value of a path that begins at the tag: `.Get`, `.Page.Date.Format`.
   * @param below what is at a path below a value
   * @throws {Unsupported} for what is not known of the tag
   */
  read(
    names: readonly string[],
    values: readonly Value[],
    below: (value: Value, names: readonly string[]) => Value,
  ): Value {
    const [first, second] = values
    const [name = '', next = '', ...rest] = names
    switch (name === 'Page' && ['Site', 'Scratch', 'RenderString'].includes(next) ? next : name) {
      case 'Get':
        return this.argument(first)
      case 'Params':
        return below(this.parameters(), names.slice(1))
      case 'Inner':
      case 'InnerDeindent':
        return this.hold('inner')
      case 'Written':
        return new SafeHtml(htmlOf(this.written.trim()))
      case 'IsNamedParams':
        return Object.keys(this.args.named).length > 0
      case 'Scratch':
        return this.readScratch(names.at(-1) ?? '', first, second)
      case 'RenderString':
        return this.markdown(values.find((value) => !isMap(value)))
      case 'Site':
        return this.site(names.slice(name === 'Page' ? 2 : 1), below)
      case 'Page':
        return this.page([next, ...rest], values, below)
    }
    throw new Unsupported(names.join('.'))
  }

  /** Text that is Markdown; HTML stays as it is. */
  markdown(value: Value): SafeHtml {
    return value instanceof SafeHtml ? value : this.hold({ markdown: textOf(value) })
  }

  /** The output of the template in its parts. Content inside an attribute can only be text. */
  divide(output: string): TemplatePart[] {
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

  /** The text of a file that the post names. */
  file(name: Value): string {
    const path = withoutRoot(textOf(name))
    const content = ownValue(this.own.files ?? {}, path)
    if (content === undefined) throw new Unsupported(path)
    return content
  }

  private argument(key: Value): Value {
    const { positional, named } = this.args
    if (typeof key === 'number') return positional[key]
    return ownValue(named, textOf(key).toLowerCase()) ?? ownValue(named, textOf(key))
  }

  private parameters(): Value {
    const { positional, named } = this.args
    return Object.keys(named).length > 0 ? new Map(Object.entries(named)) : positional
  }

  private readScratch(method: string, key: Value, value: Value): Value {
    if (method === 'Get') return this.scratch.get(textOf(key))
    if (method !== 'Set') throw new Unsupported(method)
    this.scratch.set(textOf(key), value)
    return ''
  }

  private site([name = '', ...rest]: readonly string[], below: Below): Value {
    if (name !== 'Data' || !this.own.data) throw new Unsupported(`Site.${name}`)
    return below(toValue(this.own.data), rest)
  }

  private page(names: readonly string[], values: readonly Value[], below: Below): Value {
    const { page } = this.own
    const [name = '', ...rest] = names
    if (name === 'Resources' && /^Get(?:Match)?$/.test(rest[0] ?? '')) {
      const path = withoutRoot(textOf(values[0]))
      const resource = {
        Content: this.file(path),
        RelPermalink: path,
        Permalink: path,
        Name: path,
        Title: path,
      }
      return below(toValue(resource), rest.slice(1))
    }
    if (page && /^(?:Rel)?Permalink$/.test(name)) return page.url
    if (page && (name === 'Title' || name === 'LinkTitle')) return page.title
    if (page?.date && name === 'Date') return below(GoTime.parse(page.date), rest)
    throw new Unsupported(names.join('.'))
  }

  private hold(part: 'inner' | { markdown: string }): SafeHtml {
    this.parts.push(part)
    return new SafeHtml(`${START}${this.parts.length - 1}${END}`)
  }
}

function withoutRoot(path: string): string {
  return path.replace(/^\.?\//, '')
}

/** Whether templates read a name of the tag rather than of a value. */
export function isOfTag(name: string): boolean {
  return NAMES.has(name)
}

const NAMES = new Set([
  'Get',
  'Params',
  'Inner',
  'InnerDeindent',
  'IsNamedParams',
  'Scratch',
  'Page',
  'Site',
  'RenderString',
  'Written',
])

type Below = (value: Value, names: readonly string[]) => Value

const HELD = /\uE000(\d+)\uE001/g
