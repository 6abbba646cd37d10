import type { Code } from 'mdast'

/** The options of a code block. */
export interface CodeMeta {
  lang: string
  title?: string
  /** Lines to highlight, counted from 1. */
  highlighted: number[]
  lineNumbers: boolean
  /** The number of the first line. */
  start: number
  /** The source of the code, shown next to its title. */
  link?: { url: string; text?: string }
}

/**
 * Parses a fence's info string, in the notations of many systems: `js {1,3-5}`, `js title="a.js"`, `js:a.js`,
 * `js title {1}`, `js hl_lines="1 3-5"`, `js,linenos,hl_lines=1 3` (Zola), `{linenos=table,hl_lines=["1-3",5]}` (Hugo),
 * `ruby A title http://x.example words` (Octopress), `js=101` (HackMD), `{r label}` (R Markdown).
 * @param lang the first word, as written
 * @param meta the rest of the info string
 */
export function readCodeMeta(lang: string, meta: string): CodeMeta {
  // SyntaxHighlighter's `{.brush: .php;}`: the language is the word after `brush:`.
  const brush = /^\{?\.?brush:\s*\.?([\w+#-]+)/i.exec(`${lang} ${meta}`)
  if (brush?.[1]) return { lang: brush[1], highlighted: [], lineNumbers: false, start: 1 }
  const { name, rest: glued } = splitLanguage(lang)
  const result: CodeMeta = { lang: name, highlighted: [], lineNumbers: false, start: 1 }
  let rest = `${glued} ${meta}`
  for (const [pattern, use] of options) {
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const groups = match.slice(1, -2).map((group) => (typeof group === 'string' ? group : undefined))
      use(result, groups)
      return ' '
    })
  }
  // A list after the language (`rust,ignore`) only contains options.
  if (!/^[^{:=]*,/.test(lang)) readWords(result, rest)
  return result
}

/** Gives a code block its language and options, as attributes: so they survive the conversion of raw HTML. */
export function setCodeMeta(node: Code, meta: CodeMeta): void {
  node.lang = meta.lang || null
  node.data = {
    ...node.data,
    hProperties: {
      className: meta.lang ? [`language-${meta.lang}`] : [],
      dataTitle: meta.title,
      dataHighlight: meta.highlighted.length > 0 ? meta.highlighted.join(',') : undefined,
      dataLineNumbers: meta.lineNumbers ? String(meta.start) : undefined,
      dataLink: meta.link?.url,
      dataLinkText: meta.link?.text,
    },
  }
}

/**
 * Reads a set of lines: `1,3-5` or `1 3-5`.
 * @returns line numbers in the order written, ten thousand at most
 */
export function readLines(text: string): number[] {
  const lines: number[] = []
  for (const match of text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    const from = Number(match[1])
    const to = Math.min(Number(match[2] ?? from), from + MAX_LINES)
    for (let line = from; line <= to && lines.length < MAX_LINES; line++) lines.push(line)
  }
  return lines
}

const MAX_LINES = 10_000

type Option = [pattern: RegExp, use: (meta: CodeMeta, groups: (string | undefined)[]) => void]

/** Each removes what it understands from the info string; the order matters if one pattern contains another. */
const options: Option[] = [
  [
    /(?<![\w-])(?:title|filename|file|name|caption)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s,}]+))/,
    (meta, groups) => {
      meta.title = first(groups)
    },
  ],
  [
    /(?<![\w-])(?:hl_lines|highlight|mark|hl|lines)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}|\[([^\]]*)\]|(\d[\d\s,-]*))/,
    (meta, groups) => {
      meta.highlighted.push(...readLines(first(groups)))
    },
  ],
  [
    /(?<![\w-])(?:lineno_?start|linenostart|startFrom|start)\s*[=:]\s*"?(\d+)"?/i,
    (meta, groups) => {
      meta.start = Number(groups[0])
      meta.lineNumbers = true
    },
  ],
  [
    /(?<![\w-])(?:showLineNumbers|line-?numbers|linenos|linenums|numberLines)\b(?:\{(\d+)\}|\s*[=:]\s*["']?([\w-]+)["']?)?/i,
    (meta, [start, value]) => {
      meta.lineNumbers = value !== 'false'
      if (start) meta.start = Number(start)
    },
  ],
  [
    /\{([\d,\s-]+)\}/,
    (meta, groups) => {
      meta.highlighted.push(...readLines(first(groups)))
    },
  ],
]

/** Separates a language's name from options written directly after it. */
function splitLanguage(lang: string): { name: string; rest: string } {
  const rmarkdown = /^\{\.?([A-Za-z][\w+#-]*)[\s,}]?/.exec(lang)
  if (rmarkdown?.[1]) return { name: rmarkdown[1], rest: lang.slice(rmarkdown[0].length).replace(/\}$/, '') }
  const [, name = '', rest = ''] = /^([^{:,=]*)(.*)$/.exec(lang) ?? []
  const language = name.replace(/^\.|^language-|!$/g, '')
  const number = /^=(\d*)$/.exec(rest)
  if (number) return { name: language, rest: `linenos ${number[1] ? `start=${number[1]}` : ''}` }
  const file = /^:(?!line-?numbers)(\S+)$/i.exec(rest)
  if (file) return { name: language, rest: `title="${file[1]}"` }
  return { name: language, rest: rest.replace(/^[:,]/, '').replaceAll(/,(?!\d)/g, ' ') }
}

/** The rest: Octopress has a title and a URL there. A single word that is not a file name is some other option. */
function readWords(meta: CodeMeta, rest: string): void {
  const words = rest.replaceAll(/[{}]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  const link = /^(.*?)\s*\b(https?:\/\/\S+)\s*(.*)$/.exec(words)
  if (link?.[2]) meta.link = { url: link[2], ...(link[3] ? { text: link[3] } : {}) }
  const title = link ? (link[1] ?? '') : words
  if (meta.title !== undefined || /=/.test(title) || !/[\p{L}\p{N}]/u.test(title)) return
  if (/[\s./]|^\p{Lu}/u.test(title)) meta.title = title
}

function first(groups: (string | undefined)[]): string {
  return groups.find((group) => group !== undefined) ?? ''
}
