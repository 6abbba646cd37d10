import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { shorten } from '../../staging/text/shorten'
import { contextOf, report } from '../context'
import { isReadTwoWays, type Removed, removeUnsafe } from './unsafe-html'

/**
 * Removes and reports scripts, and elements such as `<base>` that would change the whole page. Whether the
 * served page is free of them too is ensured by `rehypeStable` and `lib/delivery`.
 */
export function rehypeScripts() {
  return (tree: Root, file: VFile): void => {
    removeUnsafe(tree, (removed, element) => report(file, element, describe(removed, element.tagName)))
    contextOf(file).isReadTwoWays = isReadTwoWays(tree)
  }
}

/** The problem text for what was removed. */
export function describe(removed: Removed, tagName: string): { rule: string; message: string; hint: string } {
  const quoted = removed.value.trim() === '' ? '' : `: ${shorten(removed.value, 200)}`
  switch (removed.what) {
    case 'script':
      return {
        rule: 'markdown/script',
        message: `A script is removed${quoted || '.'}`,
        hint: 'Use an embed from the guide, or link to what the script shows.',
      }
    case 'page-element':
      return {
        rule: 'markdown/page-element',
        message: `A <${tagName}> is removed: it would affect the whole page, not only this document.`,
        hint: 'Change the page in app/, or its style in app/*.css.',
      }
    case 'template':
      return {
        rule: 'markdown/script',
        message: `A <template> is removed because only a script could show it${quoted || '.'}`,
        hint: 'Write its content without <template>.',
      }
    case 'fallback':
      return {
        rule: 'markdown/page-element',
        message: `A <${tagName}> is removed because no browser shows it${quoted || '.'}`,
        hint: 'Write its content into the document, or remove it.',
      }
    case 'attribute':
      return {
        rule: 'markdown/script',
        message: `The script in "${removed.name}" of <${tagName}> is removed${quoted || '.'}`,
        hint: 'Remove the attribute.',
      }
  }
}
