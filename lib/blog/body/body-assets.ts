import type { Root } from 'hast'
import katex from 'katex/package.json'
import type { Feature } from '../../model/rendered'
import { visit } from '../../model/visit'
import { PUBLIC_BASE } from '../../urls/public-base'

/** The folder of KaTeX's style sheet and fonts below `public/_quire`. The version is in the name: cached forever. */
export const katexFolder = `katex-${katex.version}`

const katexAddress = `${PUBLIC_BASE}/${katexFolder}`

/**
 * What a text needs in addition to the site's style sheet. The page names the fonts itself, so that they load with
 * the style sheet and not after it: otherwise formulas would move.
 */
export function textAssets({ body, features }: Text): TextAssets {
  if (!features.includes('math')) return { stylesheets: [], fonts: [] }
  return {
    stylesheets: [`${katexAddress}/katex.css`],
    fonts: fontsOfFormulas(body).map((font) => `${katexAddress}/fonts/KaTeX_${font}.woff2`),
  }
}

function fontsOfFormulas(body: Root): string[] {
  const used = new Set<string>(['Main-Regular'])
  visit(body, 'element', ({ properties }) => {
    if (!Array.isArray(properties.className)) return
    const classes = properties.className.map(String)
    for (const [names, font] of FONTS) if (names.every((name) => classes.includes(name))) used.add(font)
  })
  return [...used]
}

/** The classes that use a font, as in KaTeX's style sheet. A font that is missing here loads a little later. */
const FONTS: [classes: string[], font: string][] = [
  [['mathnormal'], 'Math-Italic'],
  [['mathit'], 'Main-Italic'],
  [['mathbf'], 'Main-Bold'],
  [['boldsymbol'], 'Math-BoldItalic'],
  [['amsrm'], 'AMS-Regular'],
  [['mathbb'], 'AMS-Regular'],
  [['mathcal'], 'Caligraphic-Regular'],
  [['delimsizing', 'size1'], 'Size1-Regular'],
  [['delimsizing', 'size2'], 'Size2-Regular'],
  [['delimsizing', 'size3'], 'Size3-Regular'],
  [['delimsizing', 'size4'], 'Size4-Regular'],
  [['delim-size1'], 'Size1-Regular'],
  [['delim-size4'], 'Size4-Regular'],
  [['op-symbol', 'small-op'], 'Size1-Regular'],
  [['op-symbol', 'large-op'], 'Size2-Regular'],
]

/** Root-relative addresses. */
export interface TextAssets {
  stylesheets: string[]
  fonts: string[]
}

interface Text {
  body: Root
  features: readonly Feature[]
}
