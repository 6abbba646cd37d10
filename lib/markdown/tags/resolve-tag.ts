import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { isLiquid } from '../../dialects/dialects'
import { ownValue } from '../../model/records'
import { shorten } from '../../staging/text/shorten'
import { isPhrasing, phrasing } from '../content'
import { contextOf, report } from '../context'
import { type Content, element } from '../nodes'
import { parseFragment } from '../parse'
import { nodesOf } from './nodes'
import { expandTemplate } from './own/expand-template'
import { readArguments } from './read-arguments'
import type { Tag } from './read-tag'
import type { TagNode } from './remark-tag-syntax'
import { inferMeaning } from './table/infer'
import type { TagUse } from './table/meaning'
import { canonicalName, findTag } from './table/table'

/** A tag whose inner content is already resolved. */
export interface ResolvableTag {
  tag: Tag
  node: TagNode
  isClosed: boolean
  inner: Content[]
  position: Position | undefined
}

/**
 * Resolves a tag: by the table, else by inference, else to its source. All but the first are
 * reported.
 */
export function resolveTag(given: ResolvableTag, file: VFile): Content[] {
  const { tag, node, isClosed, inner } = given
  if (tag.kind === 'literal')
    return [
      { type: 'text', value: tag.shown ?? node.value, data: { literal: true }, position: node.position },
    ]
  if (tag.kind === 'close') return strayEnd(given, file)
  const { settings } = contextOf(file)
  const row = findTag(tag.name, settings.tags)
  const use: TagUse = {
    name: canonicalName(tag.name, settings.tags),
    args: readArguments(tag.arguments),
    written: tag.arguments,
    text: tag.text ?? '',
  }
  const needsEnd = row?.holds === 'markdown' || row?.holds === 'text'
  if (needsEnd && !isClosed && tag.text === undefined && !tag.selfClosing) return unclosed(given, file)
  const meaning = row?.read(use)
  const made = meaning && nodesOf(meaning, inner, given.position, file)
  if (made) return made
  if (meaning && !isClosed && row?.holds === 'maybe' && meaning.as === 'callout') return unclosed(given, file)
  const own = ownMeaning(given, use, file)
  if (own) return own
  if (row) return senseless(given, file)
  return unknown(given, use, file)
}

/** The visible source of a tag that cannot be shown. In MDX it is the source of a component. */
export function unresolved(node: TagNode, file: VFile): Content {
  const isMdx = contextOf(file).settings.source.file.endsWith('.mdx')
  const value = isMdx ? node.value.replace(/^\{\{<\s*/, '<').replace(/\s*\/?>\}\}$/, ' />') : node.value
  return element('code', { dataUnresolved: '' }, [{ type: 'text', value }], node.position)
}

/** The output that the old site's own template gives for its tag. */
function ownMeaning(
  { tag, inner, position }: ResolvableTag,
  use: TagUse,
  file: VFile,
): Content[] | undefined {
  const { settings } = contextOf(file)
  const own = ownValue(settings.ownTags ?? {}, tag.name)
  const parts = own && expandTemplate(own, use.args, use.written)
  return parts?.flatMap((part): Content[] => {
    if (part === 'inner') return inner
    if ('markdown' in part) return withoutParagraph(parseFragment(part.markdown, settings, position))
    return [{ type: 'html', value: part.html, position }]
  })
}

/** `markdownify` removes the element of a paragraph that is alone. */
function withoutParagraph(nodes: Content[]): Content[] {
  return nodes.some((node) => node.type !== 'paragraph' && !isPhrasing(node)) ? nodes : phrasing(nodes)
}

function unknown(given: ResolvableTag, use: TagUse, file: VFile): Content[] {
  const { tag, node, isClosed, inner } = given
  // The staging step has already reported the include.
  if (isInclude(tag) && isLiquid(contextOf(file).settings.source.dialect)) return [unresolved(node, file)]
  const inferred = inferMeaning(use, isClosed)
  const { tags } = contextOf(file).settings
  const own = Object.hasOwn(tags, tag.name) ? tags[tag.name] : undefined
  const shown = inferred && nodesOf(inferred.meaning, inner, given.position, file)
  report(file, node, {
    rule: 'markdown/unknown-tag',
    message: `unknown tag "${tag.name}" → rendered as ${shown ? inferred.shownAs : 'its source'}.`,
    hint: own
      ? `"${own}", the name that site.yaml gives it, is not a tag either: see the guide for the names.`
      : `Define in site.yaml what it means, e.g. \`tags: { ${tag.name || 'name'}: figure }\`, or remove it.`,
  })
  if (!shown) return [unresolved(node, file), ...inner]
  return shown
}

function isInclude(tag: Tag): boolean {
  return tag.name === 'include' || tag.name === 'include_cached' || tag.name === 'include_relative'
}

function senseless(given: ResolvableTag, file: VFile): Content[] {
  const { tag, inner } = given
  // A notation that was rewritten as a tag is shown as its author wrote it.
  const { written = given.node.value } = readArguments(tag.arguments).named
  const node = { ...given.node, value: written }
  report(file, node, {
    rule: 'markdown/tag-arguments',
    message: `The tag "${tag.name}" cannot be shown with these arguments: ${shorten(written, 80)}`,
    hint: 'Look up its syntax in the guide; its source is shown until then.',
  })
  return [unresolved(node, file), ...inner]
}

function unclosed(given: ResolvableTag, file: VFile): Content[] {
  const { tag, node, inner } = given
  const end = tag.syntax === 'liquid' ? `{% end${tag.name} %}` : `{{< /${tag.name} >}}`
  report(file, node, {
    rule: 'markdown/unclosed-tag',
    message: `The tag "${tag.name}" is never closed.`,
    hint: `Write ${end} after its content; its source is shown until then.`,
  })
  return [unresolved(node, file), ...inner]
}

function strayEnd({ tag, node }: ResolvableTag, file: VFile): Content[] {
  report(file, node, {
    rule: 'markdown/stray-end-tag',
    message: `The end tag of "${tag.name}" has no matching opening tag.`,
    hint: 'Remove it, or open the tag in the same block.',
  })
  return [unresolved(node, file)]
}
