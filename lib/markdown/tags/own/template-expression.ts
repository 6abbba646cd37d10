import { Float } from './float'
import type { Value } from './template-value'

/** A template uses something that only its own engine knows. */
export class Unsupported extends Error {}

/** The values of names in an expression. */
export interface Scope {
  /**
   * A function, or a path from the current value or a variable: `.Get`, `$x.title`, `.Page.Date.Format`.
   * @throws {Unsupported} for a name it does not know
   */
  call: (name: string, values: Value[]) => Value
  /** What is at a path below a value: `.title`. @throws {Unsupported} */
  member: (value: Value, path: string) => Value
}

/**
 * Evaluates an expression of Go's templates: `.Get "x" | default (.Get 0)`.
 * @throws {Unsupported} if it is not an expression, or uses names that `scope` does not know
 */
export function evaluate(source: string, scope: Scope): Value {
  const tokens = [...source.matchAll(TOKEN)].map(([token]) => token.trim()).filter((token) => token !== '')
  if (tokens.join('').length !== source.replaceAll(QUOTED_OR_SPACE, (match) => match.trim()).length)
    throw new Unsupported(source)
  let at = 0
  const value = pipeline()
  if (at < tokens.length) throw new Unsupported(source)
  return value

  function pipeline(): Value {
    let value = command([])
    while (tokens[at] === '|') {
      at++
      value = command([value])
    }
    return value
  }

  function command(piped: Value[]): Value {
    const first = tokens[at]
    if (first === undefined || first === '|' || first.startsWith(')')) throw new Unsupported(source)
    const isCall = /^[.$]|^[a-z]/.test(first) && !isConstant(first)
    if (!isCall) {
      const value = term()
      if (piped.length > 0) throw new Unsupported(source)
      return value
    }
    at++
    const values: Value[] = []
    while (at < tokens.length && tokens[at] !== '|' && !tokens[at]?.startsWith(')')) values.push(term())
    return scope.call(first, [...values, ...piped])
  }

  function term(): Value {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const value = pipeline()
      const end = tokens[at++]
      if (!end?.startsWith(')')) throw new Unsupported(source)
      return end === ')' ? value : scope.member(value, end.slice(1))
    }
    if (token.startsWith('"')) return unquote(token)
    if (token.startsWith('`')) return token.slice(1, -1)
    if (/^-?\d/.test(token)) return token.includes('.') ? new Float(Number(token)) : Number(token)
    if (token === 'nil') return undefined
    if (isConstant(token)) return token === 'true'
    return scope.call(token, [])
  }
}

const TOKEN =
  /"(?:\\.|[^"\\])*"|`[^`]*`|\)(?:\.\w+)*|[(|]|-?\d+(?:\.\d+)?|\$\w*(?:\.\w+)*|(?:\.\w+)+|\.|[A-Za-z][\w.]*|\s+/g
const QUOTED_OR_SPACE = /"(?:\\.|[^"\\])*"|`[^`]*`|\s+/g

function isConstant(token: string): boolean {
  return token === 'true' || token === 'false' || token === 'nil'
}

function unquote(token: string): string {
  return token
    .slice(1, -1)
    .replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}
