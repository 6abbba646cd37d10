import { Context, type Liquid, LiquidError, type Template, toValueSync } from 'liquidjs'
import type { Source } from '../../model/document'
import { LineIndex } from '../../model/line-index'
import type { Problem } from '../../model/problem'
import { BARRIER, removeBarriers } from '../../model/shield'
import { shorten } from '../text/shorten'
import { createEngine, LimitError } from './engine'
import { registerUnknownFilters, registerUnknownTags, withoutDottedBrackets } from './lenient-syntax'
import type { LiquidBlog, LiquidDocument, LiquidResult } from './liquid-document'

/**
 * Evaluates the Liquid of a document: `{{ page.title }}`, `{% for %}`, `{% include %}`, filters. Tags that are not
 * Liquid's own (`{% youtube %}`, `{% highlight %}`) stay for the pipeline. Only to be called for a dialect with
 * Liquid, and once: a sample of it in code would be evaluated too, as it was in the old blog.
 *
 * `site.url` and `site.baseurl` are empty, so that the old blog's links to itself become root-relative and are resolved
 * here. What cannot be evaluated keeps its source, and is reported with its position; the rest is evaluated.
 */
export function evaluateLiquid(document: LiquidDocument, blog: LiquidBlog): LiquidResult {
  if (!/\{\{|\{%/.test(document.body)) return { body: document.body, problems: [] }
  const problems: Problem[] = []
  const engine = engineFor(blog)
  const { text, templates } = parse(document, engine, problems)
  const scope = { page: document.page, site: { ...blog.site, url: '', baseurl: '' } }
  const context = new Context(scope, engine.options, { sync: true }, { liquid: engine })
  context.setRegister('document', document)
  context.setRegister('problems', problems)
  const lines: [number, number][] = []
  const place = { text, lines: new LineIndex(text), source: document.source }
  const run: Run = { engine, context, place, problems, isExhausted: false }
  let body = ''
  let stagedLine = 1
  for (const [index, template] of templates.entries()) {
    const { begin } = template.token
    const end = templates[index + 1]?.token.begin ?? text.length
    const writtenLine = place.lines.find(begin).line
    if (stagedLine - writtenLine !== drift(lines)) lines.push([stagedLine, writtenLine])
    const piece = render(template, text.slice(begin, end), run)
    body += piece
    stagedLine += countLines(piece)
  }
  return { body: removeBarriers(body), ...(lines.length > 0 ? { lines } : {}), problems }
}

/** Each failure hides one tag from Liquid; a document with more failures than this is left as it is. */
const MOST_FAILURES = 20

/** Deeper than any post; the recursion of liquidjs would overflow the stack. */
const DEEPEST = 100

/** More than any post: liquidjs takes its tokens from the front of a list, which V8 moves as a whole where it is longer. */
const MAX_TAGS = 8000

const engines = new WeakMap<LiquidBlog, Liquid>()

function engineFor(blog: LiquidBlog): Liquid {
  const known = engines.get(blog)
  if (known) return known
  const engine = createEngine(blog)
  engines.set(blog, engine)
  return engine
}

/** Parses a body; tags that Liquid cannot parse are hidden from it, one after the other. */
function parse(
  document: LiquidDocument,
  engine: Liquid,
  problems: Problem[],
): { text: string; templates: Template[] } {
  let text = withoutDottedBrackets(document.body)
  const { source } = document
  const place = { text, lines: new LineIndex(text), source }
  for (const [name, begin] of registerUnknownFilters(engine, text)) {
    problems.push(unknownFilter(name, begin, place))
  }
  const excess = findExcess(text)
  if (excess) {
    problems.push(problemAt(new LimitError(excess.reason), excess.index, place))
    text = hideAll(text)
  }
  for (let failures = 0; ; failures++) {
    try {
      registerUnknownTags(engine, text)
      return { text, templates: engine.parse(text) }
    } catch (error) {
      if (!LiquidError.is(error)) throw error
      const begin = startOfTag(text, error.token.begin)
      problems.push(problemAt(error, begin, { text, lines: new LineIndex(text), source }))
      if (failures < MOST_FAILURES && begin >= 0) {
        text = `${text.slice(0, begin + 1)}${BARRIER}${text.slice(begin + 1)}`
      } else text = hideAll(text)
    }
  }
}

/** Hides every tag from Liquid. */
function hideAll(text: string): string {
  return text.replaceAll(/\{(?=[{%])/g, `{${BARRIER}`)
}

/** Where tags are nested too deep, or become too many; undefined if they are neither. */
function findExcess(text: string): { index: number; reason: string } | undefined {
  let depth = 0
  let count = 0
  for (const { 1: end, 2: block, index } of text.matchAll(TAG)) {
    if (++count > MAX_TAGS) return { index, reason: `more than ${MAX_TAGS} tags` }
    if (block) depth = Math.max(0, depth + (end ? -1 : 1))
    if (depth > DEEPEST) return { index, reason: `tags are nested more than ${DEEPEST} deep` }
  }
  return undefined
}

const TAG = /\{(?:\{|%-?\s*(end)?(if|unless|for|case|capture|tablerow)?\b)/g

function render(template: Template, source: string, run: Run): string {
  if (run.isExhausted) return source
  try {
    const value = toValueSync(run.engine.renderer.renderTemplates([template], run.context))
    return typeof value === 'string' ? value : String(value ?? '')
  } catch (error) {
    if (!LiquidError.is(error) && !(error instanceof LimitError)) throw error
    run.isExhausted = isLimit(error)
    // An included file's own mistake is reported at the tag that includes it.
    const isHere = LiquidError.is(error) && !error.token.file
    const begin = isHere ? startOfTag(run.place.text, error.token.begin) : template.token.begin
    run.problems.push(problemAt(error, begin, run.place))
    return source
  }
}

/** Whether an error means that the document exceeds the limits. */
function isLimit(error: Error): boolean {
  const cause = LiquidError.is(error) ? error.originalError : error
  return cause instanceof LimitError || /limit exceeded/.test(error.message)
}

/** @param offset of the tag that could not be read; negative if it is not known */
function problemAt(error: Error, offset: number, { text, lines, source }: Place): Problem {
  const begin = Math.max(0, offset)
  const { line, start } = lines.find(begin)
  const cause = LiquidError.is(error) ? (error.originalError?.message ?? error.message) : error.message
  const file = LiquidError.is(error) ? error.token.file : undefined
  const [reason = ''] = cause.split('\n')
  const [tag = ''] = /^\{[^\n]*?[%}]\}|^[^\n]*/.exec(text.slice(begin, begin + 1000)) ?? []
  return {
    severity: 'warning',
    rule: 'liquid/error',
    file: source.file,
    line: source.bodyLine + line - 1,
    column: text.slice(start, begin).replaceAll(BARRIER, '').length + 1,
    message: `Liquid cannot evaluate ${shorten(removeBarriers(tag), 80)}: ${shorten(removeBarriers(reason).replace(/, (?:file|line):.*$/, ''), 80)}${file ? ` in ${file.replace(/^.*[\\/]/, '')}` : ''}.`,
    hint: 'Fix the tag, or put it between {% raw %} and {% endraw %} to show it; its source is shown until then.',
  }
}

function unknownFilter(name: string, begin: number, { lines, source }: Place): Problem {
  const { line, start } = lines.find(begin)
  return {
    severity: 'warning',
    rule: 'liquid/filter',
    file: source.file,
    line: source.bodyLine + line - 1,
    column: begin - start + 1,
    message: `The filter \`${name}\` is unknown, so its input is shown unchanged.`,
    hint: 'If the filter changed the visible text, write the result instead.',
  }
}

/** The start of the tag that contains an offset; -1 if there is none. */
function startOfTag(text: string, index: number): number {
  if (text.startsWith('{', index)) return index
  return Math.max(text.lastIndexOf('{%', index), text.lastIndexOf('{{', index))
}

function drift(lines: [number, number][]): number {
  const [staged, written] = lines.at(-1) ?? [1, 1]
  return staged - written
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

interface Run {
  engine: Liquid
  context: Context
  place: Place
  problems: Problem[]
  /** A limit was reached: the rest of the text is left as it is. */
  isExhausted: boolean
}

/** A text, and what its problems are reported with. */
interface Place {
  text: string
  lines: LineIndex
  source: Source
}
