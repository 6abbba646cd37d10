/**
 * Finds formulas that are nested deeper, or are longer, than any real formula: each level becomes a dozen elements within
 * one another, and every later step recurses into them until the stack overflows.
 * @returns why the formula is not rendered; undefined if it may be rendered
 */
export function refuseFormula(tex: string): string | undefined {
  if (tex.length > MAX_LENGTH) return `it has more than ${MAX_LENGTH} characters`
  return depthOf(tex) > MAX_DEPTH ? `it is nested more than ${MAX_DEPTH} levels deep` : undefined
}

/** The deepest formulas of the posts we have seen have 9 levels, the longest 3,000 characters. */
const MAX_DEPTH = 40
const MAX_LENGTH = 20_000

/** Braces and `\left` open a level; a command that follows a command may take it as its argument. */
function depthOf(source: string): number {
  let depth = 0
  let deepest = 0
  let commands = 0
  for (const [token] of source.matchAll(/\\[a-zA-Z]+|\\.|[{}]|[^\s\\{}]/g)) {
    if (token === '{' || token === '\\left' || token === '\\begin') depth++
    else if (token === '}' || token === '\\right' || token === '\\end') depth = Math.max(0, depth - 1)
    commands = token.startsWith('\\') || token === '^' || token === '_' ? commands + 1 : 0
    deepest = Math.max(deepest, depth, commands)
  }
  return deepest
}
