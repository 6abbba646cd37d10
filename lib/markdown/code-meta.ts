import type { Code } from 'mdast'

/** What an author asks of a code block beside its text. */
export interface CodeMeta {
  lang: string
  title?: string
  /** Lines to bring out, counted from 1. */
  highlighted: number[]
  lineNumbers: boolean
  /** The number of the first line. */
  start: number
  /** Where the code comes from, beside its title. */
  link?: { url: string; text?: string }
}

/**
 * Reads a fence's info string, in the spellings of many systems: `js {1,3-5}`, `js title="a.js"`, `js:a.js`,
 * `js title {1}`, `js hl_lines="1 3-5"`, `js linenos`, `showLineNumbers{10}`, `lineNumbers`, `start=10`.
 * @param lang the first word, as written
 * @param meta what follows it
 */
export function readCodeMeta(lang: string, meta: string): CodeMeta {
  const [, language = '', glued = '', file] = /^([^{:,]*)(\{[\d,\s-]*\})?(?:[:,](.+))?$/.exec(lang) ?? [
    lang,
    lang,
  ]
  const result: CodeMeta = {
    lang: language.replace(/^\.|^language-/, ''),
    highlighted: [],
    lineNumbers: false,
    start: 1,
  }
  let rest = `${glued} ${meta}`
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => void): void => {
    const match = pattern.exec(rest)
    if (!match) return
    rest = rest.replace(match[0], ' ')
    use(match)
  }
  take(/\b(?:title|filename|file|name|caption)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|(\S+))/, (match) => {
    result.title = match[1] ?? match[2] ?? match[3] ?? ''
  })
  take(
    /\b(?:hl_lines|highlight|mark|hl|lines)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}|\[([^\]]*)\]|([\d,-]+))/,
    (match) => {
      result.highlighted.push(...readLines(match.slice(1).find((part) => part !== undefined) ?? ''))
    },
  )
  take(/\b(?:lineno_?start|linenostart|startFrom|start)\s*[=:]\s*"?(\d+)"?/i, (match) => {
    result.start = Number(match[1])
    result.lineNumbers = true
  })
  take(
    /\b(?:showLineNumbers|lineNumbers|line-numbers|linenos|linenums|numberLines)\b(?:\{(\d+)\}|\s*[=:]\s*["']?([\w-]+)["']?)?/i,
    (match) => {
      result.lineNumbers = match[2] !== 'false'
      if (match[1]) result.start = Number(match[1])
    },
  )
  take(/\{([\d,\s-]+)\}/, (match) => {
    result.highlighted.push(...readLines(match[1] ?? ''))
  })
  const words = rest.replaceAll(/[{}]/g, ' ').trim()
  if (result.title === undefined && file) result.title = file
  // Octopress: the words after the language are the block's title. Options we do not know are no title.
  else if (
    result.title === undefined &&
    /[\p{L}\p{N}]/u.test(words) &&
    !/[=]/.test(words) &&
    /[\s./]/.test(words)
  )
    result.title = words
  return result
}

/** Gives a code block its language and options, as attributes: so they survive the way through raw HTML. */
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
 * @returns line numbers in order of writing, ten thousand at most
 */
export function readLines(text: string): number[] {
  const lines: number[] = []
  for (const match of text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    const from = Number(match[1])
    const to = Math.min(Number(match[2] ?? from), from + MOST)
    for (let line = from; line <= to && lines.length < MOST; line++) lines.push(line)
  }
  return lines
}

const MOST = 10_000
