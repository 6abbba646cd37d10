// @ts-check
import { createHash } from 'node:crypto'

/**
 * Lets a page take part in the cross-fade from and to other pages. The rule must be in the page, before its style
 * sheet: if it arrives after the first style computation, Chromium cancels the transition and logs an error in the
 * console. Plain JavaScript: `next.config.js` needs its hash.
 */
export const transitionStyle =
  '@view-transition{navigation:auto}@media (prefers-reduced-motion:reduce){@view-transition{navigation:none}}'

/** For `style-src`. */
export const transitionStyleHash = `'sha256-${createHash('sha256').update(transitionStyle).digest('base64')}'`
