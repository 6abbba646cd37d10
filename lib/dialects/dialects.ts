import type { MarkdownSettings } from '../model/document'
import { astro } from './astro'
import { devto } from './devto'
import type { DialectRecord, Syntax } from './dialect'
import { docusaurus } from './docusaurus'
import { eleventy } from './eleventy'
import { gatsby } from './gatsby'
import { ghost } from './ghost'
import { hexo } from './hexo'
import { hugo } from './hugo'
import { jekyll } from './jekyll'
import { logseq } from './logseq'
import { mkdocs } from './mkdocs'
import { next } from './next'
import { obsidian } from './obsidian'
import { octopress } from './octopress'
import { pelican } from './pelican'
import { plain } from './plain'
import { quartz } from './quartz'
import { ENGINES } from './rules/engines'
import { vuepress } from './vuepress'
import { zenn } from './zenn'
import { zola } from './zola'

/**
 * Every known blog system, in the order of detection: what identifies a system
 * with certainty comes before what several share (`_config.yml` is Hexo's and Octopress' before it is Jekyll's,
 * `config.toml` Zola's before Hugo's). Support for another one is another file in this directory and a row here.
 */
const records = {
  quartz,
  logseq,
  docusaurus,
  vuepress,
  pelican,
  hexo,
  octopress,
  eleventy,
  astro,
  gatsby,
  next,
  zola,
  hugo,
  jekyll,
  obsidian,
  devto,
  zenn,
  mkdocs,
  ghost,
  plain,
} satisfies Record<string, DialectRecord>

export type Dialect = keyof typeof records

/** The names that `_source.yaml` may give, in alphabetical order. */
export const DIALECTS: readonly Dialect[] = Object.keys(records).filter(isDialect).sort()

/** In the order of detection. */
export const RECORDS: readonly (readonly [Dialect, DialectRecord])[] = Object.keys(records)
  .filter(isDialect)
  .map((name) => [name, records[name]])

export function isDialect(name: string): name is Dialect {
  return Object.hasOwn(records, name)
}

/** The record of a system. @param name one of `DIALECTS`; an unknown one (a staged file of another version) gives `plain`. */
export function dialectOf(name: string): DialectRecord {
  return isDialect(name) ? records[name] : plain
}

/** The syntax of a document: its dialect's, unless the blog's configuration chose another Markdown engine. */
export function syntaxOf({ source, engine, hardBreaks }: SyntaxSettings): Syntax {
  const { syntax } = dialectOf(source.dialect)
  const own = engine ? { ...(syntax.liquid && { liquid: true as const }), ...ENGINES[engine] } : syntax
  return hardBreaks ? { ...own, hardBreaks } : own
}

type SyntaxSettings = Pick<MarkdownSettings, 'source' | 'engine' | 'hardBreaks'>

/** Whether the staging step evaluates Liquid in documents of this dialect. */
export function isLiquid(dialect: string): boolean {
  return dialectOf(dialect).syntax.liquid === true
}
