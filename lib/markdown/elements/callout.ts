import type { Blockquote, Paragraph } from 'mdast'
import { strings } from '../../strings'
import { type Content, element } from '../nodes'

/**
 * Makes a callout. `fold` is how a reader finds it: `-` closed, `+` open.
 * @param title phrasing; the kind's own name where empty
 */
export function callout(
  kind: string,
  title: Paragraph['children'],
  children: Content[],
  fold?: string | undefined,
  position?: Blockquote['position'],
): Content {
  const known = Object.hasOwn(strings.callouts, kind) ? strings.callouts[kind] : undefined
  const name = known ?? kind.charAt(0).toUpperCase() + kind.slice(1)
  const label: Paragraph['children'] = title.length > 0 ? title : [{ type: 'text', value: name }]
  const properties = { className: ['callout'], dataKind: kind }
  if (!fold) {
    return element(
      'aside',
      properties,
      [element('p', { className: ['callout-title'] }, label), ...children],
      position,
    )
  }
  const summary = element('summary', { className: ['callout-title'] }, label)
  return element('details', { ...properties, open: fold === '+' }, [summary, ...children], position)
}
