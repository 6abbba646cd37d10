import type { Blockquote, Paragraph } from 'mdast'
import { stringsFor } from '../../strings'
import { type Content, element } from '../nodes'

/**
 * Creates a callout. `fold` is its initial state: `-` closed, `+` open.
 * @param title phrasing; if empty, the name of the kind in the document's language
 * @param lang of the document, BCP 47
 */
export function callout(
  kind: string,
  title: Paragraph['children'],
  children: Content[],
  lang: string,
  fold?: string | undefined,
  position?: Blockquote['position'],
): Content {
  const name = stringsFor(lang).callouts.get(kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1)
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
