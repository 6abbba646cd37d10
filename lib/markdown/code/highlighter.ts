import {
  createCssVariablesTheme,
  createHighlighterCore,
  type HighlighterCore,
  type ThemedToken,
} from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { type BundledLanguage, bundledLanguages } from 'shiki/langs'
import { findGrammar } from './languages'

/** A piece of a line of code. `kind` is a class of `app/styles/code.css`; absent for ordinary text. */
export interface Token {
  text: string
  kind?: TokenKind
}

/**
 * Divides code into tokens. One highlighter serves the whole build, and a grammar is loaded when it is first asked for.
 * @param lang as the author wrote it: a name or an alias of Shiki's
 * @returns lines of tokens, or undefined where no grammar has that name
 */
export async function highlight(code: string, lang: string): Promise<Token[][] | undefined> {
  const name = findGrammar(lang)
  if (name === undefined || name === 'plain') return undefined
  highlighter ??= createHighlighter()
  const shiki = await highlighter
  for (const each of [name, ...namedIn(code, name)])
    if (!shiki.getLoadedLanguages().includes(each)) await shiki.loadLanguage(bundledLanguages[each])
  const { tokens } = shiki.codeToTokens(code, { lang: name, theme: THEME, ...limits })
  return tokens.map(mergeTokens)
}

/**
 * The languages that a sample of Markdown names at its own fences. Without them it would be coloured by what texts
 * rendered before happened to load, and builds would differ.
 */
function namedIn(code: string, name: BundledLanguage): BundledLanguage[] {
  if (!/^(?:md|mdx|markdown)$/.test(name)) return []
  const names = [...code.matchAll(/^[ \t>]*(?:`{3,}|~{3,})[ \t]*([\w+#-]+)/gm)].map((match) => match[1] ?? '')
  return [...names, 'yaml'].map(findGrammar).filter((found) => found !== undefined && found !== 'plain')
}

/** The kinds of token that have a colour, by Shiki's names for them. Short, because a page holds thousands. */
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
/** A line longer than this is no code that anyone reads. A limit of time would make builds differ. */
const limits = { tokenizeMaxLineLength: 5_000, tokenizeTimeLimit: 0 }

let highlighter: Promise<HighlighterCore> | undefined

/**
 * With Oniguruma, which the grammars are written for: over 481 blocks of public blogs Shiki's JavaScript engine gave the
 * same tokens and took a fifth longer.
 */
function createHighlighter(): Promise<HighlighterCore> {
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: THEME, fontStyle: false })],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  })
}

/** Neighbours of one colour are one element: half the markup. */
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
