/** Blocks, or elements of HTML, within one another. */
export const MAX_DEPTH = 250
