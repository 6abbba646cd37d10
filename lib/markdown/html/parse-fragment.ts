import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment as parse } from 'parse5'

/**
 * Parses the HTML of a rendered text. Without positions, which nothing of a finished text refers to: that takes less
 * than half the time of `hast-util-from-html`, whose result is equal otherwise.
 */
export function parseFragment(html: string): Root {
  // As `hast-util-from-html` does: what is in `<noscript>` is part of the text.
  const tree = fromParse5(parse(html, { scriptingEnabled: false }))
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}
