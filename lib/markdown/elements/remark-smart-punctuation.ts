import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { contextOf } from '../context'

/**
 * Replaces straight quotes with the typographic ones of the document's language, `--` and `---` with dashes, `...` with an
 * ellipsis, if the author asks for it. Code, formulas, URLs and raw HTML stay as they are.
 */
export function remarkSmartPunctuation() {
  return (tree: Root, file: VFile): void => {
    const { settings } = contextOf(file)
    if (settings.smartPunctuation) educate(tree, { quotes: quotesOf(settings.lang), before: ' ' })
  }
}

/**
 * Makes the straight quotes of a title typographic, as in the body. Dashes and dots stay: `git rebase --onto` may be
 * a title, and has no backticks there.
 * @param lang of the title, BCP 47
 */
export function curlQuotes(title: string, lang: string): string {
  const state: State = { quotes: quotesOf(lang), before: ' ' }
  return title
    .split(/(-{2,}|\.{3})/)
    .map((part) => {
      if (!/^(?:-{2,}|\.{3})$/.test(part)) return replace(part, state)
      state.before = part.at(-1) ?? ' '
      return part
    })
    .join('')
}

type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string]

/** Quotation marks by language: the first pair for `"`, the second for `'`. From CLDR 46. */
const quotes = new Map<string, Quotes>(
  Object.entries({
    en: ['“', '”', '‘', '’'],
    de: ['„', '“', '‚', '‘'],
    fr: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
    es: ['«', '»', '“', '”'],
    it: ['«', '»', '“', '”'],
    pt: ['“', '”', '‘', '’'],
    nl: ['“', '”', '‘', '’'],
    pl: ['„', '”', '«', '»'],
    cs: ['„', '“', '‚', '‘'],
    ru: ['«', '»', '„', '“'],
    uk: ['«', '»', '„', '“'],
    sv: ['”', '”', '’', '’'],
    fi: ['”', '”', '’', '’'],
    da: ['“', '”', '‘', '’'],
    nb: ['«', '»', '‘', '’'],
  } satisfies Record<string, Quotes>),
)

const english: Quotes = ['“', '”', '‘', '’']

function quotesOf(lang: string): Quotes {
  return quotes.get(lang.split('-')[0]?.toLowerCase() ?? 'en') ?? english
}

/** The last character read in the sentence, across emphasis and links. */
interface State {
  quotes: Quotes
  before: string
}

function educate(node: Nodes, state: State): void {
  if (node.type === 'text') {
    if (node.data?.literal) return
    node.value = replace(node.value, state)
    return
  }
  if (node.type === 'link' && textOf(node) === node.url) {
    state.before = 'x'
    return
  }
  if ('children' in node) {
    if (!isSpan(node)) state.before = ' '
    if (node.type === 'element' && node.data.hProperties.dataUnresolved !== undefined) return
    for (const child of node.children) educate(child, state)
  } else state.before = node.type === 'break' || node.type === 'html' ? ' ' : 'x'
}

function replace(text: string, state: State): string {
  const [open, close, innerOpen, innerClose] = state.quotes
  return text.replaceAll(/---?|\.\.\.|["']|[^"'.-]+|[.-]/g, (part, index: number) => {
    const opens = /[\s([{<\u2013\u2014/«„“‘‚-]$/.test(state.before)
    const next = text[index + part.length] ?? ''
    const made =
      part === '---'
        ? '—'
        : part === '--'
          ? '–'
          : part === '...'
            ? '…'
            : part === '"'
              ? opens
                ? open
                : close
              : part === "'"
                ? opens && !/\d/.test(next)
                  ? innerOpen
                  : apostrophe(state.before, innerClose)
                : part
    state.before = made.at(-1) ?? state.before
    return made
  })
}

/** Between letters, and before the digits of a year, it is an apostrophe in every language. */
function apostrophe(before: string, close: string): string {
  return /[\p{L}\p{N}\s]$/u.test(before) ? '’' : close
}

function isSpan(node: Nodes): boolean {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link'
}
