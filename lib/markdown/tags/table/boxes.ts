import type { Meaning, TagRow, TagUse } from './meaning'

/** Tags that put Markdown in a box. */
export const boxTags: TagRow[] = [
  {
    names: ['alert', 'note', 'notice', 'admonition', 'callout', 'hint', 'aside', 'message', 'quote'],
    holds: 'maybe',
    read: readCallout,
  },
  {
    names: [
      'info',
      'tip',
      'important',
      'warning',
      'warn',
      'caution',
      'danger',
      'success',
      'error',
      'question',
    ],
    holds: 'maybe',
    read: readCallout,
  },
  {
    names: ['details', 'collapsible', 'collapse', 'spoiler', 'expand'],
    holds: 'markdown',
    read: readDetails,
  },
  { names: ['blockquote', 'pullquote', 'epigraph'], holds: 'markdown', read: readBlockquote },
  {
    names: ['center', 'lead', 'row', 'column', 'columns', 'div', 'span', 'block'],
    holds: 'maybe',
    read: () => ({ as: 'inner' }),
  },
  { names: ['button', 'btn'], holds: 'maybe', inline: true, read: readButton },
  { names: ['toc', 'table_of_contents'], holds: 'nothing', read: () => ({ as: 'contents' }) },
]

const KINDS =
  /^(?:note|info|tip|hint|important|warning|warn|caution|danger|success|error|question|quote|example|abstract|bug|primary|secondary|light|dark|default|failure)$/i

/**
 * The kind is the tag's name, or an argument: `{{% notice tip "Title" %}}`, `{{< alert type="warning" >}}`,
 * `{{< admonition type=tip title="x" open=false >}}`, `{% note info %}`.
 */
function readCallout({ name, args: { positional, named } }: TagUse): Meaning {
  // A quotation has a source, which a box cannot show.
  const author = named.author ?? named.by ?? named.cite
  if (name === 'quote' && author)
    return quotation(author, named.source ?? named.title, named.url ?? named.link)
  const given =
    named.type ??
    named.style ??
    named.kind ??
    named.level ??
    named.color ??
    positional.find((word) => KINDS.test(word))
  const words = positional.filter((word) => word !== given && !isIcon(word))
  const title =
    named.title ?? named.header ?? named.heading ?? (words.length > 0 ? words.join(' ') : undefined)
  const fold = named.open ?? named.collapsed ?? named.closed
  const isOpen = named.open !== undefined ? named.open !== 'false' : fold === 'false'
  return {
    as: 'callout',
    kind: kindOf(given ?? name),
    ...(title ? { title } : {}),
    ...(named.text ? { text: named.text } : {}),
    ...(fold === undefined ? {} : { fold: isOpen ? ('+' as const) : ('-' as const) }),
  }
}

const SAME = new Map([
  ['alert', 'note'],
  ['notice', 'note'],
  ['admonition', 'note'],
  ['callout', 'note'],
  ['aside', 'note'],
  ['message', 'note'],
  ['warn', 'warning'],
  ['error', 'danger'],
])

/** Other names of the same kinds, and the names of systems that know only one box. */
function kindOf(name: string): string {
  const kind = name.toLowerCase()
  const plain = ['primary', 'secondary', 'light', 'dark', 'default']
  if (plain.includes(kind) || !/^[a-z][\w-]*$/.test(kind)) return 'note'
  return SAME.get(kind) ?? kind
}

/** Themes take an icon's name as the first argument: `circle-info`, `fas fa-fire`. */
function isIcon(word: string): boolean {
  return /^(?:fa[bsr]?|[a-z]+(?:-[a-z0-9]+)+)$/.test(word)
}

function readDetails({ args: { positional, named }, written }: TagUse): Meaning {
  const given = named.summary ?? named.title ?? named.label
  const isQuoted = /^["'`“]/.test(written)
  const words = isQuoted || Object.keys(named).length > 0 ? positional[0] : written
  return {
    as: 'details',
    summary: given || words || '',
    open: named.open !== undefined && named.open !== 'false',
  }
}

/**
 * Octopress: `[author[, source]] [url] [title]`.
 * @see https://github.com/imathis/octopress/blob/master/plugins/blockquote.rb
 */
function readBlockquote({ args: { named }, written }: TagUse): Meaning {
  const isNamed = /(?:^|\s)(?:author|cite|by|source|title|url|link)\s*=/.test(written)
  if (isNamed || (Object.keys(named).length > 0 && !/https?:/.test(written))) {
    return quotation(
      named.author ?? named.cite ?? named.by,
      named.source ?? named.title,
      named.url ?? named.link,
    )
  }
  const link = /^(.*?)\s*(https?:\/\/\S+)\s*(.*)$/.exec(written)
  const [author, ...source] = (link?.[1] ?? written).split(',').map((part) => part.trim().replaceAll('"', ''))
  return quotation(author, link?.[3] || source.join(', '), link?.[2])
}

function quotation(author: string | undefined, source: string | undefined, url: string | undefined): Meaning {
  return {
    as: 'quotation',
    ...(author ? { author } : {}),
    ...(source ? { source } : {}),
    ...(url ? { url } : {}),
  }
}

function readButton({ args: { positional, named } }: TagUse): Meaning | undefined {
  const url =
    named.href ??
    named.url ??
    named.link ??
    named.relref ??
    positional.find((word) => /^(?:https?:\/\/|\/)/.test(word))
  if (!url) return undefined
  const label = named.text ?? named.label ?? positional.find((word) => word !== url)
  return { as: 'link', url, ...(label ? { label } : {}) }
}
