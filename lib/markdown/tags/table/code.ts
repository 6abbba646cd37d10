import { dedent } from 'strip-indent'
import { ownValue } from '../../../model/records'
import { type CodeMeta, readCodeMeta, readLines } from '../../code/meta'
import type { Meaning, TagRow, TagUse } from './meaning'

/** Tags whose content is not Markdown. */
export const codeTags: TagRow[] = [
  { names: ['highlight', 'code'], holds: 'text', read: readHighlight },
  { names: ['codeblock'], holds: 'text', read: readCodeblock },
  { names: ['raw', 'verbatim'], holds: 'text', read: ({ text }) => ({ as: 'markdown', markdown: text }) },
  { names: ['comment'], holds: 'text', read: () => ({ as: 'nothing' }) },
  { names: ['katex', 'math', 'latex'], holds: 'text', read: readMath },
  { names: ['mermaid'], holds: 'text', read: ({ text }) => code(text, readCodeMeta('mermaid', '')) },
  { names: ['rawhtml', 'raw_html', 'html'], holds: 'text', read: ({ text }) => ({ as: 'html', html: text }) },
]

/**
 * Jekyll: `LANG [linenos] [hl_lines="1 2"]`. Hugo: `LANG ["linenos=table,hl_lines=8 15-17,linenostart=199"]`, also
 * without the quotes, and `hl_inline=true`.
 */
function readHighlight({ args: { positional, named }, text }: TagUse): Meaning {
  const [lang = named.lang ?? named.language ?? '', ...flags] = positional
  const rest = Object.entries(named).filter(([name]) => !TITLES.includes(name))
  const options = [...flags.map(quoteLines), ...rest.map(([name, value]) => `${name}="${value}"`)].join(' ')
  if (/hl_inline\s*=\s*"?true/i.test(options)) return { as: 'inline-code', code: text.trim(), lang }
  const meta = readCodeMeta(lang, options)
  // A title may contain quotes, which the notation of fences cannot.
  const title = TITLES.map((name) => ownValue(named, name)).find(Boolean)
  return code(text, title ? { ...meta, title } : meta)
}

const TITLES = ['title', 'filename', 'file', 'name', 'caption']

/** In one string of options, a list of lines is written with spaces: they end at the next comma. */
function quoteLines(options: string): string {
  return options.replaceAll(/([\w-]+)\s*=\s*([^",]+)/g, '$1="$2"').replaceAll(',', ' ')
}

/**
 * Octopress: `[lang:x] [title] [url] [link text] [start:n] [mark:1,3-5] [linenos:false]`, in any order.
 * @see https://github.com/imathis/octopress/blob/master/plugins/code_block.rb
 */
function readCodeblock({ text, written }: TagUse): Meaning {
  const options = new Map<string, string>()
  const words = written.replaceAll(
    /\b(lang|start|mark|linenos)\s*[:=]\s*("[^"]*"|\S+)/g,
    (_, name: string, value: string) => {
      options.set(name, value.replaceAll('"', ''))
      return ''
    },
  )
  const link = /^(.*?)\s*((?:https?:\/\/|\/)\S+)\s*(.*)$/.exec(words.trim())
  const title = (link?.[1] ?? words).trim().replaceAll('"', '')
  const start = Number(options.get('start') ?? 1)
  const meta: CodeMeta = {
    lang: options.get('lang') ?? '',
    highlighted: readLines(options.get('mark') ?? ''),
    lineNumbers: options.has('start') || options.get('linenos') === 'true',
    start: Number.isInteger(start) ? start : 1,
  }
  if (title !== '') meta.title = title
  if (link?.[2]) meta.link = { url: link[2], ...(link[3] ? { text: link[3] } : {}) }
  // Without a language its file's name decides: Octopress guesses the same way.
  if (meta.lang === '') meta.lang = /\.([a-z0-9]{1,10})$/i.exec(title)?.[1]?.toLowerCase() ?? ''
  return code(text, meta)
}

function readMath({ args, text }: TagUse): Meaning {
  return { as: 'math', tex: text.trim(), inline: args.positional.includes('inline') }
}

function code(text: string, meta: CodeMeta): Meaning {
  return { as: 'code', code: dedent(text), meta }
}
