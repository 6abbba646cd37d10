import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { syntaxOf } from '../../dialects/dialects'
import { visit } from '../../model/visit'
import { contextOf } from '../context'
import { hugoId } from './heading-ids'

/** Gives headings the ids that Hugo generated from their source, so that links into old posts keep working. */
export function remarkHeadingSources() {
  return (tree: Root, file: VFile): void => {
    const { settings } = contextOf(file)
    if (!syntaxOf(settings).sourceIds) return
    const given = new Map<string, number>()
    visit(tree, 'heading', (heading) => {
      const { start, end } = heading.position ?? {}
      if (start?.offset === undefined || end?.offset === undefined) return
      const source = String(file).slice(start.offset, end.offset)
      const id = hugoId(withoutMarks(source), settings.headingIds) || 'heading'
      const own = heading.data?.hProperties?.id
      if (own !== undefined) return
      const count = given.get(id) ?? 0
      given.set(id, count + 1)
      const unique = count === 0 ? id : `${id}-${count}`
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id: unique } }
    })
  }
}

/** The text of a heading: the last of several lines above `===`. */
function withoutMarks(source: string): string {
  if (/^\s*#/.test(source))
    return source
      .replace(/^\s*#{1,6}[ \t]*/, '')
      .replace(/[ \t]+#+[ \t]*$/, '')
      .replace(/\s*\{[^{}]*\}\s*$/, '')
  return source.split('\n').at(-2) ?? source
}
