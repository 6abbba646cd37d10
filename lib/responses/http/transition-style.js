// @ts-check
import { createHash } from 'node:crypto'

/**
 * Lets a page take part in the cross-fade from and to other pages. In the page itself and before its style sheet: where
 * the rule comes later than the browser's first look at the styles, Chromium has given the transition up by then, and
 * writes that into its console as an error of the page. Plain JavaScript: `next.config.js` needs its hash.
 */
export const transitionStyle =
  '@view-transition{navigation:auto}@media (prefers-reduced-motion:reduce){@view-transition{navigation:none}}'

/** For `style-src`. */
export const transitionStyleHash = `'sha256-${createHash('sha256').update(transitionStyle).digest('base64')}'`
