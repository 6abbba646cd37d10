import { Liquid } from 'liquidjs'
import { CaptureTag, PassingTag, RawTag } from './core-tags'
import { registerFilters } from './filters'
import { includeTag } from './include-tag'
import type { LiquidBlog } from './liquid-document'

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

/** A document exceeds the limits. */
export class LimitError extends Error {}

/** Maximum of rendered template parts in one document: it ends nested loops, and long loops of many outputs. */
const MAX_PARTS = 200_000

/** Maximum characters of output for one document. */
const MAX_OUTPUT = 5_000_000

/** Counts what is rendered. The count starts again for each document, and is stored in its context. */
function limitRendering(engine: Liquid): void {
  const { renderer } = engine
  const original = renderer.renderTemplates.bind(renderer)
  renderer.renderTemplates = function* (templates, context, emitter) {
    const count = context.getRegister<{ parts: number }>('count', { parts: 0 })
    count.parts += 1 + templates.length
    if (count.parts > MAX_PARTS) throw new LimitError(`more than ${MAX_PARTS} repetitions`)
    const result: unknown = yield* original(templates, context, emitter)
    if (emitter && 'buffer' in emitter && String(emitter.buffer).length > MAX_OUTPUT) {
      throw new LimitError(`more than ${MAX_OUTPUT} characters of output`)
    }
    return result
  }
}
