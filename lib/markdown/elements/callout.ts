import type { Blockquote, Paragraph } from 'mdast'
import { stringsFor } from '../../strings'
import { type Content, element } from '../nodes'

/**
 * Makes a callout. `fold` is how a reader finds it: `-` closed, `+` open.
 * @param title phrasing; the kind's own name, in the text's language, where empty
 * @param lang of the text, BCP 47
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
