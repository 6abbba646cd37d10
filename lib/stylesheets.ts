import katex from 'katex/package.json'
import type { Feature } from './markdown/rendered'

/** Where `lib/build/katex.ts` puts KaTeX's style sheet and fonts. The version is in the path: cached for ever. */
export const katexAddress = `/assets/katex-${katex.version}`

/** Style sheets that only some texts need. @returns root-relative addresses */
export function stylesheetsFor(features: readonly Feature[]): string[] {
  return features.includes('math') ? [`${katexAddress}/katex.css`] : []
}
