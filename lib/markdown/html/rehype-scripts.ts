import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { shorten } from '../../staging/text/shorten'
import { contextOf, report } from '../context'
import { isReadTwoWays, type Removed, removeUnsafe } from './unsafe-html'

/**
 * Takes scripts out of the text and says so, and what would change the whole page, `<base>` and its like. Whether the
 * page that is served holds none either is the business of `rehypeStable` and of `lib/delivery`.
 */
export function rehypeScripts() {
  return (tree: Root, file: VFile): void => {
    removeUnsafe(tree, (removed, element) => report(file, element, describe(removed, element.tagName)))
    contextOf(file).isReadTwoWays = isReadTwoWays(tree)
  }
}

/** A problem's text for what was taken out. */
export function describe(removed: Removed, tagName: string): { rule: string; message: string; hint: string } {
  const quoted = removed.value.trim() === '' ? '' : `: ${shorten(removed.value, 200)}`
  switch (removed.what) {
    case 'script':
      return {
        rule: 'markdown/script',
        message: `A script is left out${quoted || '.'}`,
        hint: 'Use an embed of the guide, or link to what the script shows.',
      }
    case 'page-element':
      return {
        rule: 'markdown/page-element',
        message: `A <${tagName}> is left out: it speaks for the whole page, not for the text.`,
        hint: 'Change the page in app/, or its style in app/*.css.',
      }
    case 'template':
      return {
        rule: 'markdown/script',
        message: `A <template> is left out, since only a script could show it${quoted || '.'}`,
        hint: 'Write its content without <template>.',
      }
    case 'fallback':
      return {
        rule: 'markdown/page-element',
        message: `A <${tagName}> is left out, since no browser shows it${quoted || '.'}`,
        hint: 'Write its content into the text, or remove it.',
      }
    case 'attribute':
      return {
        rule: 'markdown/script',
        message: `The script in "${removed.name}" of <${tagName}> is left out${quoted || '.'}`,
        hint: 'Remove the attribute.',
      }
  }
}
