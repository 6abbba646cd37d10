import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Problem } from '../../model/problem'
import { visit } from '../../model/visit'
import { type Repair, repairMojibake } from './mojibake'

/**
 * Repairs damaged characters in the text of a document and leaves its code alone. Only a document with damaged characters
 * is parsed here, because finding the code takes as long as rendering.
 * @param body Markdown
 */
export function repairBody(body: string): Repair {
  const all = repairMojibake(body)
  return all.runs.length > 0 ? repairMojibake(body, codeRanges(body)) : all
}

/**
 * One warning for a file, naming the first place and the lines of the others.
 * @param runs with lines in the source file
 */
export function reportRepairs(file: string, runs: Repair['runs']): Problem[] {
  const [first, ...others] = runs
  if (!first) return []
  const lines = [...new Set(others.map((run) => run.line))].join(', ')
  const more = others.length > 0 ? ` There are ${others.length} more (line ${lines}).` : ''
  return [
    {
      severity: 'warning',
      rule: 'mojibake',
      file,
      line: first.line,
      column: first.column,
      message: `“${visible(first.damaged)}” is “${first.repaired}” saved in a wrong encoding, and is shown repaired.${more}`,
      hint: 'Save the file as UTF-8 with the right characters.',
    },
  ]
}

/** Fences, indented code, code spans, and code in HTML or a Liquid tag, as `[start, end)` in order. */
export function codeRanges(body: string): [number, number][] {
  const ranges: [number, number][] = []
  const tree: Root = unified().use(remarkParse).parse(body)
  visit(tree, ['code', 'inlineCode'], (node) => {
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) ranges.push([start.offset, end.offset])
  })
  for (const pattern of MARKED_CODE) {
    for (const match of body.matchAll(pattern)) ranges.push([match.index, match.index + match[0].length])
  }
  return merge(ranges)
}

const MARKED_CODE = [
  /<(pre|code|samp|kbd|script|style)\b[\s\S]*?<\/\1\s*>/gi,
  /\{%-?\s*(highlight|codeblock|raw)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g,
  /\{\{[<%]\s*(highlight)\b[\s\S]*?\{\{[<%]\s*\/\s*\1\s*[>%]\}\}/g,
]

/** Sorted, and without one inside another, as `repairMojibake` wants them. */
function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Control characters have no visible form in a terminal. */
function visible(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`)
}
