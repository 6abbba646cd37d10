import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { contextOf, report } from '../context'
import { describe } from './rehype-scripts'
import { removeUnsafe } from './unsafe-html'

/**
 * Makes sure that the HTML is parsed the same way each time. HTML that is serialised and parsed again can give another tree:
 * `<form><math><mtext></form><form><mglyph><style></math><script>…` contains no script at first, but one in the browser.
 * So the HTML is parsed as a browser does, filtered, and serialised, until nothing changes any more.
 *
 * Only documents with elements whose content is not escaped (SVG, MathML, `<style>`) can change in this way; others are skipped.
 * @see https://research.securitum.com/mutation-xss-via-mathml-mutation-dompurify-2-0-17-bypass/
 */
export function rehypeStable() {
  return (tree: Root, file: VFile): Root => {
    if (!contextOf(file).isReadTwoWays) return tree
    let html = toHtml(tree)
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const read = readAsBrowser(html)
      removeUnsafe(read, (removed, element) => report(file, tree, describe(removed, element.tagName)))
      const again = toHtml(read)
      if (again === html) return round === 0 ? tree : read
      html = again
    }
    report(file, tree, {
      rule: 'markdown/html',
      message:
        'The HTML of this document changes its meaning each time it is parsed; its source is shown instead.',
      hint: 'Look for <svg>, <math>, <style> or <form> elements that are not closed.',
    })
    return { type: 'root', children: [h('pre', {}, h('code', {}, String(file)))] }
  }
}

/** Real documents are stable after the first or second pass. */
const MAX_ROUNDS = 8

/** Parsed inside an element in the body of a document, as on the page: a fragment alone is parsed by other rules. */
function readAsBrowser(html: string): Root {
  const document = fromHtml(`<!doctype html><html><head></head><body><div>${html}</div></body></html>`)
  const root = document.children.find((node) => node.type === 'element')
  const body = root?.children.find((node) => node.type === 'element' && node.tagName === 'body')
  const children = body?.type === 'element' ? body.children : []
  return {
    type: 'root',
    children: children.flatMap((node, index) =>
      index === 0 && node.type === 'element' && node.tagName === 'div' ? node.children : [node],
    ),
  }
}
