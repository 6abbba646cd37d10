import type { Config, DialectRecord } from '../../dialects/dialect'
import { mapOf } from '../../dialects/rules/config-values'
import type { MarkdownEngine } from '../../model/document'

/** Notations that the old blog's engine or theme supported in addition to Markdown. */
export interface Notation {
  /** `$x$` is math. Absent: the site decides. */
  math?: boolean
  /** `\(x\)` is math. */
  texBrackets?: true
  /** `:smile:` is 😄. */
  emojiNames?: true
  /** The Markdown engine that the configuration names. */
  engine?: MarkdownEngine
  /** Each line ending within a paragraph is a line break. */
  hardBreaks?: true
  /** How Hugo generates heading ids. @see https://gohugo.io/configuration/markup/#autoidtype */
  headingIds?: 'github' | 'github-ascii' | 'blackfriday'
}

/**
 * Finds out whether a blog showed formulas and emoji by name: from its configuration, from scripts in its theme,
 * and, if the theme is missing, from the content of its posts.
 * @param paths all files of the blog, relative to its root
 * @param posts the files that are posts
 */
export async function readNotation(
  record: DialectRecord,
  config: Config,
  paths: readonly string[],
  posts: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<Notation> {
  const goldmark = mapOf(mapOf(config.markup).goldmark)
  const passthrough = mapOf(mapOf(goldmark.extensions).passthrough).enable === true
  const plugins = config.plugins ?? config.gems
  const emojiNames = config.enableEmoji === true || (Array.isArray(plugins) && plugins.includes('jemoji'))
  const { autoHeadingIDType: written, autoIDType = written } = mapOf(goldmark.parser)
  const headingIds = HEADING_IDS.find((type) => type === autoIDType)
  const { engine: named, hardBreaks } = record.readConfig?.(config) ?? {}
  const engine = named ?? ((await usesAttributes(record, posts, read)) ? 'kramdown' : undefined)
  return {
    ...(engine && { engine }),
    ...(hardBreaks && { hardBreaks }),
    ...(emojiNames && { emojiNames }),
    ...(headingIds && { headingIds }),
    ...(passthrough && { math: true, texBrackets: true }),
    ...(!passthrough &&
      record.syntax.mathOnRequest && { math: await asksForMath(config, paths, posts, read) }),
  }
}

const HEADING_IDS = ['github', 'github-ascii', 'blackfriday'] as const

async function asksForMath(
  config: Config,
  paths: readonly string[],
  posts: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<boolean> {
  if (hasFlag(config) || hasFlag(mapOf(config.params)) || hasFlag(mapOf(config.extra))) return true
  const templates = paths.filter((path) => TEMPLATE.test(path)).slice(0, MAX_TEMPLATES)
  let mentions = false
  for (const path of templates) {
    const text = await read(path)
    // The theme shows formulas if the front matter of a post asks for it.
    if (CONDITION.test(text)) return false
    mentions ||= /mathjax|katex/i.test(text)
  }
  return mentions || (templates.length === 0 && (await holdFormulas(posts, read)))
}

/** `math: true`, `katex: {enable: true}`, `mathjax: "2.7"`. */
function hasFlag(config: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(config).some(([key, value]) => {
    if (!/^(?:use|enable|has)?_?(?:math|mathjax|katex|latex)$/i.test(key)) return false
    return value === true || mapOf(value).enable === true || (typeof value === 'string' && value !== 'false')
  })
}

const TEMPLATE = /^(?:themes\/[^/]+\/)?(?:layouts|templates)\/.*\.html$/
const CONDITION = /\{[{%]-?\s*(?:if|with)\b[^}]*(?:math|katex)/i
const MAX_TEMPLATES = 500

/** Whether at least one post in ten contains something that can only be a formula. */
async function holdFormulas(
  posts: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<boolean> {
  const { found, all } = await countHolding(FORMULA, posts, read)
  return found >= 3 && found >= all / 10
}

/**
 * Whether a plugin reads `{: .class}` in a system whose own engine does not, as Remark's and markdown-it's do: most posts
 * hold it. Goldmark has another notation, so that Hugo shows it as text.
 */
async function usesAttributes(
  { syntax }: DialectRecord,
  posts: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<boolean> {
  if (syntax.kramdown || syntax.vault || syntax.sourceIds || syntax.callTags) return false
  const { found, all } = await countHolding(ATTRIBUTES, posts, read)
  return found >= 3 && found >= all / 2
}

async function countHolding(
  pattern: RegExp,
  posts: readonly string[],
  read: (path: string) => Promise<string>,
): Promise<{ found: number; all: number }> {
  const step = Math.max(1, Math.floor(posts.length / MAX_POSTS))
  const sample = posts.filter((_, index) => index % step === 0)
  let found = 0
  for (const path of sample) if (pattern.test(await read(path))) found++
  return { found, all: sample.length }
}

const ATTRIBUTES = /\{:\s*[.#][\w-]+[^}\n]*\}/
const MAX_POSTS = 100
const FORMULA = /\$[^$\n]*(?:\\[a-zA-Z]+|[\w}]\^|_\{)[^$\n]*\$/
