/**
 * Parses the value of a `style` attribute, declaration by declaration.
 * @returns `style`: the declarations that are CSS; `left`: the rest, as written. If nothing is left over,
 * `style` is the unchanged value.
 */
export function readStyle(text: string): { style: string; left: string[] } {
  const parts = splitDeclarations(text)
  const left = parts.filter((part) => !isDeclaration(part))
  if (left.length === 0) return { style: text, left }
  return { style: parts.filter(isDeclaration).join('; '), left }
}

/** Semicolons in quotes and parentheses (`url(data:image/png;base64,…)`) are not separators. */
function splitDeclarations(text: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const [piece] of text.replaceAll(COMMENT, ' ').matchAll(PIECE)) {
    if (piece !== ';') {
      part += piece
      continue
    }
    parts.push(part.trim())
    part = ''
  }
  return [...parts, part.trim()].filter((part) => part !== '')
}

const COMMENT = /\/\*[\s\S]*?\*\//g
const PIECE = /;|"[^"\n]*"|'[^'\n]*'|\([^()]*\)|[^;"'(]+|["'(]/g

/** A property and a value with closed quotes and brackets. */
function isDeclaration(part: string): boolean {
  if (!/^(?:--[\w-]+|-?[a-z][\w-]*)\s*:\s*\S/i.test(part)) return false
  const bare = part.replaceAll(/"[^"\n]*"|'[^'\n]*'/g, '')
  if (/["'{}\\]/.test(bare)) return false
  return bare.split('(').length === bare.split(')').length
}
