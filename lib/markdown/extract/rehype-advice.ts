import type { Element, Nodes, Root } from 'hast'
import type { VFile } from 'vfile'
import { SKIP, visitParents } from '../../model/visit'
import { advise } from '../context'
import { readSchemeUrl } from './link-schemes'

/**
 * Reports what is allowed but worth checking before a post is published: a heading that skips a level, a picture
 * without alternative text, a sentence marked as unfinished. Only `npm run check` shows it; a build stays silent.
 */
export function rehypeAdvice() {
  return (tree: Root, file: VFile): void => {
    let level: number | undefined
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'text') reportUnfinished(node, ancestors, file)
      if (node.type !== 'element') return undefined
      if (QUOTED.has(node.tagName)) return SKIP
      if (node.tagName === 'img') reportMissingAlt(node, ancestors, file)
      const depth = /^h([1-6])$/.exec(node.tagName)?.[1]
      if (depth) level = reportSkippedLevel(node, Number(depth), level, file)
      return undefined
    })
  }
}

/** Their text is code, or quoted. */
const QUOTED = new Set(['pre', 'code', 'kbd', 'samp', 'var', 'blockquote', 'x-embed', 'svg', 'math'])

/** In capitals only: “to do” and “Todo” are words, `TODO` is a note to oneself. */
const UNFINISHED = /(?<![\p{L}\p{N}_])(?:TODO|FIXME|TBD|XXX)(?![\p{L}\p{N}_])/u

function reportUnfinished(
  node: Extract<Nodes, { type: 'text' }>,
  ancestors: readonly Nodes[],
  file: VFile,
): void {
  const match = UNFINISHED.exec(node.value)
  if (!match) return
  const before = node.value.slice(0, match.index).split('\n')
  const start = (node.position ?? ancestors.findLast(({ position }) => position)?.position)?.start
  const line = (start?.line ?? 1) + before.length - 1
  const column = (before.length > 1 ? 1 : (start?.column ?? 1)) + (before.at(-1)?.length ?? 0)
  advise(
    file,
    { line, column },
    {
      rule: 'writing/unfinished',
      message: `The text still contains “${match[0]}”.`,
      hint: 'Finish the sentence or remove the note.',
    },
  )
}

function reportSkippedLevel(node: Element, depth: number, before: number | undefined, file: VFile): number {
  if (before !== undefined && depth > before + 1) {
    advise(file, node, {
      rule: 'writing/skipped-heading-level',
      message: `This heading has level ${depth}, and the heading before it has level ${before}.`,
      hint: `Write it with ${'#'.repeat(before + 1)}: screen readers announce a missing section.`,
    })
  }
  return depth
}

/** `alt=""` in HTML means that a picture is decorative; `![](x)` in Markdown does not. */
function reportMissingAlt(node: Element, ancestors: readonly Nodes[], file: VFile): void {
  const { alt, ariaHidden, ariaLabel, role, src } = node.properties
  const isFromHtml = node.position === undefined || isRawHtml(node, file)
  if ((typeof alt === 'string' && alt.trim() !== '') || (alt === '' && isFromHtml)) return
  if (ariaHidden === 'true' || ariaLabel || role === 'presentation' || role === 'none') return
  const isCaptioned = ancestors.some(
    (parent) =>
      parent.type === 'element' &&
      parent.tagName === 'figure' &&
      parent.children.some((child) => child.type === 'element' && child.tagName === 'figcaption'),
  )
  if (isCaptioned) return
  const place = node.position ?? ancestors.findLast(({ position }) => position)?.position
  advise(
    file,
    { position: place },
    {
      rule: 'writing/no-alt-text',
      ...(readSchemeUrl(String(src ?? ''))?.scheme === 'notebook'
        ? {
            message: 'This output is a picture without alternative text.',
            hint: 'Describe it in a comment at the top of the cell: `#| fig-alt: …`.',
          }
        : {
            message: `The picture “${String(src ?? '')}” has no alternative text.`,
            hint: 'Describe it between the brackets, or write `<img src="…" alt="">` if it is only decorative.',
          }),
    },
  )
}

function isRawHtml({ position }: Element, file: VFile): boolean {
  const start = position?.start.offset
  return (
    start !== undefined &&
    String(file.value)
      .slice(start, start + 4)
      .toLowerCase() === '<img'
  )
}
