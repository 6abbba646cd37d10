import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Whether React or Next writes an inline script into a page that keeps the runtime: flight data, which is
 * JSON in a call, or React's instructions for streamed parts, recognized by their text in React's bundle.
 */
export function isReactScript(code: string): boolean {
  return isFlightData(code) || isBootstrap(code) || isReactInstruction(code)
}

/** Turbopack's list of chunks to start: JSON in a call, and every chunk is one of Next's files. */
function isBootstrap(code: string): boolean {
  const json =
    /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*\})\);?$/s.exec(
      code,
    )?.[1]
  if (json === undefined || !isJson(json)) return false
  const { otherChunks, ...rest } = JSON.parse(json)
  return (
    Array.isArray(otherChunks) &&
    otherChunks.every((chunk) => /^static\/chunks\/[\w.~-]+\.js$/.test(String(chunk))) &&
    Object.keys(rest).every((key) => key === 'runtimeModuleIds')
  )
}

function isFlightData(code: string): boolean {
  const json = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((.*)\);?$/s.exec(
    code,
  )?.[1]
  return json !== undefined && isJson(json)
}

/** One or more texts of the bundle, the last of which may be the start of a call: `$RC("` and its arguments. */
function isReactInstruction(code: string): boolean {
  let rest = code
  for (;;) {
    const literal = reactLiterals().find((each) => rest.startsWith(each))
    if (literal === undefined) return false
    rest = rest.slice(literal.length)
    if (rest === '') return true
    if (literal.endsWith('("')) {
      const args = /^(.*)\);?$/s.exec(rest)?.[1]
      return args !== undefined && isJson(`["${args}]`)
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

let literals: string[] | undefined

/** The longest first: some start with others. @throws if Next's copy of React is not found */
function reactLiterals(): string[] {
  literals ??= ['edge', 'node']
    .map((kind) => `next/dist/compiled/react-dom/cjs/react-dom-server.${kind}.production.js`)
    .map((file) => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'))
    .flatMap((source) => [...source.matchAll(STRING)].map(([literal]) => readLiteral(literal)))
    .filter((text) => /^(?:\$R[A-Z]+[=(]|requestAnimationFrame\()/.test(text))
    .sort((a, b) => b.length - a.length)
  return literals
}

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g

/** The value of a string literal; the bundle only uses the escapes of JSON and the escaped apostrophe. */
function readLiteral(literal: string): string {
  if (!/\$R|requestAnimationFrame/.test(literal)) return ''
  const text = literal.slice(1, -1).replaceAll("\\'", "'")
  const json = literal.startsWith('"')
    ? `"${text}"`
    : `"${text.replace(/\\.|"/g, (each) => (each === '"' ? '\\"' : each))}"`
  return isJson(json) ? JSON.parse(json) : ''
}
