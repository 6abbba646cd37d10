import { writeTag } from './tag-text'

/**
 * Containers of VuePress, VitePress, Docusaurus, Zenn and Pandoc: `:::tip A title`, any Markdown, `:::`. A box that the
 * pipeline knows becomes a callout, any other only its content; one that is never closed stays as text.
 * @see https://vitepress.dev/guide/markdown#custom-containers
 * @see https://docusaurus.io/docs/markdown-features/admonitions
 * @see https://zenn.dev/zenn/articles/markdown-guide
 */
export function rewriteContainers(lines: readonly string[], isCode: readonly boolean[]): string[] {
  const made = [...lines]
  const open: Opening[] = []
  for (const [index, line] of lines.entries()) {
    if (isCode[index]) continue
    const [, before = '', colons = '', after = ''] = FENCE.exec(line) ?? []
    if (colons === '') continue
    const rest = after.trim()
    if (rest !== '') {
      const tag = readOpening(rest)
      if (tag) open.push({ ...tag, index, before, colons: colons.length })
      continue
    }
    const at = open.findLastIndex((each) => each.colons <= colons.length)
    const opening = at < 0 ? undefined : open[at]
    if (!opening) continue
    // What was opened inside and never closed stays as text.
    open.splice(at)
    made[opening.index] = opening.before + opening.tag
    // Formatters indent the end below a list as part of its last item.
    const end = `${opening.before}{% end${opening.name} %}`
    made[index] = endsList(lines, index) ? `${opening.before.trimEnd()}\n${end}` : end
  }
  return made
}

/** Whether a line below a list or quotation would be read as part of its last paragraph. */
function endsList(lines: readonly string[], index: number): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const line = lines[above] ?? ''
    if (line.trim() === '') return false
    if (/^\s*(?:[-*+]|\d{1,9}[.)]|>)(?:\s|$)/.test(line)) return true
  }
  return false
}

interface Opening {
  name: string
  tag: string
  index: number
  before: string
  colons: number
}

const FENCE = /^([ \t>]*)(:{3,})(.*)/

/** `tip A title`, `note[A title]{#id}`, `{.callout-note title="A title"}`. */
function readOpening(written: string): Pick<Opening, 'name' | 'tag'> | undefined {
  const [, classes = '', attributes] = /^\{\s*\.?([\w-]*)([^}]*)\}/.exec(written) ?? []
  const [, name = '', label, after = ''] = /^([A-Za-z][\w-]*)(?:\[([^\]]*)\])?\s*(.*)$/.exec(written) ?? []
  const kind = (name || classes).toLowerCase().replace(/^callout-/, '')
  if (kind === '') return undefined
  const words = after
    .trimEnd()
    .replace(/\{[^{}]*\}$/, '')
    .trim()
  const inBraces = /\btitle="([^"]*)"/.exec(attributes ?? after)?.[1]
  const title = (label ?? inBraces ?? words) || undefined
  if (DETAILS.has(kind)) return { name: 'details', tag: writeTag('details', { summary: title ?? '' }) }
  // Zenn's `:::message alert`.
  if (kind === 'message') return callout(words === 'alert' ? 'warning' : 'note', undefined)
  if (CALLOUTS.has(kind)) return callout(kind, title)
  return title && !LAYOUTS.has(kind) ? callout(kind, title) : { name: 'block', tag: '{% block %}' }
}

function callout(type: string, title: string | undefined): Pick<Opening, 'name' | 'tag'> {
  return { name: 'callout', tag: writeTag('callout', { type, title }) }
}

const DETAILS = new Set(['details', 'spoiler', 'collapse', 'collapsible'])
/** Containers that arrange what is in them: words after the name are options. */
const LAYOUTS = new Set(
  'code-group code-tabs tabs tab v-pre center left right row col column columns card cards demo raw slide align'.split(
    ' ',
  ),
)
const CALLOUTS = new Set(
  'note tip info warning warn danger caution important success error question hint quote example abstract bug theorem'.split(
    ' ',
  ),
)
