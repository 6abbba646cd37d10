import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { VFile } from 'vfile'
import { contextOf, report } from '../context'
import { describe } from './rehype-scripts'
import { removeUnsafe } from './unsafe-html'

/**
 * Makes the text one that is read the same way each time. HTML that is written out and read again can be another tree:
 * `<form><math><mtext></form><form><mglyph><style></math><script>…` holds no script at first, and one in the browser.
 * So the text is read as a browser will read it, filtered, and written, until nothing changes any more.
 *
 * Only texts with elements whose content is not escaped (SVG, MathML, `<style>`) can change so; others are left alone.
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
      severity: 'error',
      rule: 'markdown/html',
      message:
        'Each time the HTML of this text is read it means something else; its source is shown instead.',
      hint: 'Look for <svg>, <math>, <style> or <form> elements that are not closed.',
    })
    return { type: 'root', children: [h('pre', {}, h('code', {}, String(file)))] }
  }
}

/** Real texts settle at the first or second reading. */
const MAX_ROUNDS = 8

/** In the body of a document and inside an element, as the text will be: a fragment by itself is read by other rules. */
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
