import {
  createCssVariablesTheme,
  createHighlighterCore,
  type GrammarState,
  type HighlighterCore,
  type ThemedToken,
} from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { type BundledLanguage, bundledLanguages } from 'shiki/langs'
import { findGrammar } from './languages'

/** A token in a line of code. `kind` is a class of `app/styles/code.css`; absent for ordinary text. */
export interface Token {
  text: string
  kind?: TokenKind
}

/**
 * Splits code into tokens. The whole build shares one highlighter, and a grammar is loaded when it is first needed.
 * @param lang as the author wrote it: a name or an alias known to Shiki
 * @returns lines of tokens, or undefined if no grammar has that name
 */
export async function highlight(code: string, lang: string): Promise<Token[][] | undefined> {
  const name = findGrammar(lang)
  if (name === undefined || name === 'plain') return undefined
  highlighter ??= createHighlighter()
  const shiki = await highlighter
  for (const each of [name, ...namedIn(code, name)])
    if (!shiki.getLoadedLanguages().includes(each)) await shiki.loadLanguage(bundledLanguages[each])
  return tokenize(shiki, code, name)
}

/**
 * The languages that the fences in a Markdown sample name. Without them it would be coloured by whatever grammars
 * documents rendered earlier happened to load, and builds would differ.
 */
function namedIn(code: string, name: BundledLanguage): BundledLanguage[] {
  if (!/^(?:md|mdx|markdown)$/.test(name)) return []
  const names = [...code.matchAll(/^[ \t>]*(?:`{3,}|~{3,})[ \t]*([\w+#-]+)/gm)].map((match) => match[1] ?? '')
  return [...names, 'yaml'].map(findGrammar).filter((found) => found !== undefined && found !== 'plain')
}

/** The kinds of token that have a colour, by their names in Shiki. Short, because a page contains thousands. */
export const tokenKinds = {
  keyword: 'k',
  string: 's',
  'string-expression': 'e',
  comment: 'c',
  constant: 'n',
  function: 'f',
  parameter: 'v',
  punctuation: 'p',
  link: 'u',
  inserted: 'i',
  deleted: 'd',
  changed: 'm',
} as const

export type TokenKind = (typeof tokenKinds)[keyof typeof tokenKinds]

const THEME = 'css-variables'
/**
 * A line longer than this is not code that anyone reads. Some grammars take minutes for a line of a few hundred characters
 * (`<a <a <a` in C#): such a line, and a block of such lines, loses its colours after this many milliseconds. Real code
 * takes a thousandth of it, so that builds do not differ by it.
 */
const limits = { tokenizeMaxLineLength: 800, tokenizeTimeLimit: 2_000 }
const MAX_BLOCK_TIME = 4_000
const LINES_AT_ONCE = 100

/** In pieces, each of which goes on in the state that the one before ended in. */
function tokenize(shiki: HighlighterCore, code: string, lang: string): Token[][] {
  const lines = code.split('\n')
  const result: Token[][] = []
  const started = performance.now()
  let grammarState: GrammarState | undefined
  for (let at = 0; at < lines.length; ) {
    if (performance.now() - started > MAX_BLOCK_TIME) {
      result.push(...lines.slice(at).map((text) => (text === '' ? [] : [{ text }])))
      break
    }
    // A block that begins slowly is coloured line by line.
    const count = performance.now() - started > limits.tokenizeTimeLimit ? 1 : LINES_AT_ONCE
    const piece = lines.slice(at, at + count).join('\n')
    const found = shiki.codeToTokens(piece, {
      lang,
      theme: THEME,
      ...limits,
      ...(grammarState && { grammarState }),
    })
    result.push(...found.tokens.map(mergeTokens))
    grammarState = found.grammarState
    at += count
  }
  return result
}

let highlighter: Promise<HighlighterCore> | undefined

/**
 * With Oniguruma, which the grammars are written for: on 481 blocks of public blogs Shiki's JavaScript engine gave the
 * same tokens and took 20 % longer.
 */
function createHighlighter(): Promise<HighlighterCore> {
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: THEME, fontStyle: false })],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
}

/** Adjacent tokens of the same colour become one element: half the markup. */
function mergeTokens(line: ThemedToken[]): Token[] {
  const merged: Token[] = []
  for (const { content, color } of line) {
    const kind = kindOf(color)
    const last = merged.at(-1)
    if (last && (last.kind === kind || content.trim() === '')) last.text += content
    else merged.push({ text: content, ...(kind ? { kind } : {}) })
  }
  return merged
}

function kindOf(color: string | undefined): TokenKind | undefined {
  const name = /--shiki-token-([\w-]+)/.exec(color ?? '')?.[1]
  return name && isTokenName(name) ? tokenKinds[name] : undefined
}

function isTokenName(name: string): name is keyof typeof tokenKinds {
  return Object.hasOwn(tokenKinds, name)
}
