import type { Liquid } from 'liquidjs'
import { ownValue } from '../../model/records'
import { PassingTag } from './core-tags'

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

export const parts = new Set([
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

/** `include.[name]`, which Ruby's Liquid reads like `include[name]`. */
export function withoutDottedBrackets(text: string): string {
  return text.replace(/(\{[{%][^{}%]*?\w)\.\[/g, '$1[')
}
