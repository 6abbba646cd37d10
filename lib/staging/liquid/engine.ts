import {
  type Context,
  Hash,
  Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs'
import type { Problem } from '../../model/problem'
import { ownValue, setOwn } from '../../model/records'
import { shield } from '../../model/shield'
import { registerFilters } from './filters'
import { type Include, readInclude } from './includes'
import type { LiquidBlog, LiquidDocument } from './liquid-document'

/**
 * Creates a Liquid engine that works like Jekyll's, with limits: a document can neither read a file outside the content folder nor take the
 * build with it. Limits are counts, not times, so that builds are the same on slow machines.
 */
export function createEngine(blog: LiquidBlog): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    jekyllWhere: true,
    preserveTimezones: true,
    // Only the include tags below read files.
    templates: {},
    parseLimit: 5_000_000,
    memoryLimit: 20_000_000,
  })
  registerFilters(engine)
  engine.registerTag('raw', RawTag)
  engine.registerTag('capture', CaptureTag)
  for (const name of ['include', 'include_cached', 'include_relative']) {
    engine.registerTag(name, includeTag(blog, name === 'include_relative'))
  }
  // Known to liquidjs, but not to Jekyll: they read files, or belong to other systems.
  for (const name of ['layout', 'block', 'render']) engine.registerTag(name, PassingTag)
  limitRendering(engine)
  return engine
}

/** Registers every unknown tag of a document: they pass through to the pipeline. */
export function registerUnknownTags(engine: Liquid, text: string): void {
  for (const match of text.matchAll(/\{%-?\s*([A-Za-z_][\w-]*)/g)) {
    const name = match[1]
    if (name && !Object.hasOwn(engine.tags, name) && !isPartOfLiquid(name))
      engine.registerTag(name, PassingTag)
  }
}

/**
 * Registers every unknown filter of a document: they return their input, as in Jekyll.
 * @returns their names, each with its first position in the document
 */
export function registerUnknownFilters(engine: Liquid, text: string): Map<string, number> {
  const unknown = new Map<string, number>()
  for (const tag of text.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)) {
    // Quoted strings may contain a pipe.
    const bare = tag[0].replace(/"[^"]*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length))
    for (const filter of bare.matchAll(/\|\s*([A-Za-z_]\w*)/g)) {
      const name = filter[1] ?? ''
      if (!Object.hasOwn(engine.filters, name)) engine.registerFilter(name, passOn)
      if (ownValue(engine.filters, name) === passOn && !unknown.has(name)) unknown.set(name, tag.index)
    }
  }
  return unknown
}

function passOn(value: unknown): unknown {
  return value
}

/** `include.[name]`, which Ruby's Liquid reads like `include[name]`. */
export function withoutDottedBrackets(text: string): string {
  return text.replace(/(\{[{%][^{}%]*?\w)\.\[/g, '$1[')
}

/** A document exceeds the limits. */
export class LimitError extends Error {}

/** Maximum of rendered template parts in one document: it ends nested loops. */
const MOST_PARTS = 100_000
/** Maximum characters of output for one document. */
const MAX_OUTPUT = 5_000_000
const DEEPEST_INCLUDE = 20

const parts = new Set([
  'else',
  'elsif',
  'when',
  'endif',
  'endunless',
  'endcase',
  'endfor',
  'endcapture',
  'endcomment',
  'endraw',
  'endtablerow',
])

/** End tags and branches are read by the tags they belong to: alone they are mistakes, which Liquid should report. */
function isPartOfLiquid(name: string): boolean {
  return parts.has(name)
}

/** Writes its own source. */
class PassingTag extends Tag {
  readonly #source: string

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    this.#source = token.getText()
  }

  override render(): string {
    return this.#source
  }
}

/** Writes its content, hidden from the pipeline. */
class RawTag extends Tag {
  readonly #text: string

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid)
    let text = ''
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      if ('name' in next && next.name === 'endraw') break
      text += next.getText()
    }
    this.#text = shield(text)
  }

  override render(): string {
    return this.#text
  }
}

/** Stores its content under a name. Jekyll accepts any name, even `/dev/null`, which authors use to discard it. */
class CaptureTag extends Tag {
  readonly #name: string
  readonly #templates: Template[] = []

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid)
    this.#name = token.args.trim().replace(/^(["'])(.*)\1$/, '$2')
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      if ('name' in next && next.name === 'endcapture') return
      this.#templates.push(parser.parseToken(next, remaining))
    }
    throw new Error(`tag ${token.getText()} not closed`)
  }

  override *render(context: Context): Generator<unknown, void, string> {
    const scope: Record<string, unknown> = context.bottom()
    const text = yield this.liquid.renderer.renderTemplates(this.#templates, context)
    setOwn(scope, this.#name, text)
  }
}

/** `{% include file.html key="value" %}`: the file's templates see `include.key`. */
function includeTag(blog: LiquidBlog, isRelative: boolean): Parameters<Liquid['registerTag']>[1] {
  const uses = new WeakMap<Tag, IncludeUse>()
  const parsed = new Map<string, Template[]>()
  return {
    parse(token) {
      const name = /^\s*(?:"([^"]+)"|'([^']+)'|(\{\{[^}]*\}\}\S*|\S+))/.exec(token.args)
      uses.set(this, {
        token,
        name: name?.[1] ?? name?.[2] ?? name?.[3] ?? '',
        values: new Hash(token.args.slice(name?.[0].length ?? 0), '='),
      })
    },
    *render(context, emitter): Generator<unknown, void, unknown> {
      const use = uses.get(this)
      if (!use) return
      const { token, values } = use
      const document = context.getRegister<LiquidDocument>('document')
      const name = use.name.includes('{{') ? this.liquid.parseAndRenderSync(use.name, context) : use.name
      const found = readInclude(name, isRelative ? { ...blog, relativeTo: document.path } : blog)
      const open = context.getRegister<string[]>('includes', [])
      const reason = failure(found, open)
      if (reason !== undefined || found.outcome !== 'text') {
        reportInclude(context, token, document, name, reason ?? 'does not exist')
        emitter.write(token.getText())
        return
      }
      let templates = parsed.get(found.path)
      if (!templates) {
        const text = withoutDottedBrackets(found.text)
        registerUnknownTags(this.liquid, text)
        registerUnknownFilters(this.liquid, text)
        templates = this.liquid.parse(text, found.path)
        parsed.set(found.path, templates)
      }
      context.push({ include: yield values.render(context) })
      context.setRegister('includes', [...open, found.path])
      yield this.liquid.renderer.renderTemplates(templates, context, emitter)
      context.setRegister('includes', open)
      context.pop()
    },
  }
}

function failure(found: Include, open: string[]): string | undefined {
  if (found.outcome === 'outside') return 'is outside the content folder'
  if (found.outcome === 'hidden') return 'is hidden: a part of its path begins with a dot'
  if (found.outcome === 'missing') return 'does not exist'
  if (open.includes(found.path)) return 'includes itself'
  return open.length >= DEEPEST_INCLUDE ? `is included more than ${DEEPEST_INCLUDE} files deep` : undefined
}

function reportInclude(
  context: Context,
  token: TagToken,
  { source }: LiquidDocument,
  name: string,
  reason: string,
): void {
  const [row = 1, column = 1] = token.getPosition()
  context.getRegister<Problem[]>('problems').push({
    severity: 'warning',
    rule: 'liquid/include',
    file: source.file,
    line: token.file ? source.bodyLine : source.bodyLine + row - 1,
    column: token.file ? 1 : column,
    message: `The included file "${name}" ${reason}.`,
    hint: 'Copy the old blog’s _includes folder too, or remove the tag; its source is shown until then.',
  })
}

/** Counts what is rendered. The count starts again for each document, and is stored in its context. */
function limitRendering(engine: Liquid): void {
  const { renderer } = engine
  const original = renderer.renderTemplates.bind(renderer)
  renderer.renderTemplates = function* (templates, context, emitter) {
    const count = context.getRegister<{ parts: number }>('count', { parts: 0 })
    count.parts += 1
    if (count.parts > MOST_PARTS) throw new LimitError(`more than ${MOST_PARTS} repetitions`)
    const result: unknown = yield* original(templates, context, emitter)
    if (emitter && 'buffer' in emitter && String(emitter.buffer).length > MAX_OUTPUT) {
      throw new LimitError(`more than ${MAX_OUTPUT} characters of output`)
    }
    return result
  }
}

interface IncludeUse {
  token: TagToken
  name: string
  values: Hash
}
