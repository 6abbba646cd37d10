import type { Dialect } from '../model/document'

/** What a dialect's own engine understood, beyond what is understood everywhere. */
interface Traits {
  /** Liquid is evaluated by the staging step. */
  liquid?: true
  /** Kramdown's notation: `{: .class}`, `{:toc}`, `*[abbr]:`, `markdown="1"`, `{::nomarkdown}`. */
  kramdown?: true
  /** `## Title {#id .class}`. */
  headingAttributes?: true
  /** A term, and `: ` before its definition. */
  definitionLists?: true
  /** `#Title` without a space: RDiscount, Redcarpet and Ghost's editor took it for a heading; kramdown does not. */
  tightHeadings?: true
  /** A line ending within a paragraph is a line break. */
  hardBreaks?: true
  /** `{{ youtube(id="x") }}`, `{% quote(author="x") %}` … `{% end %}`. */
  callTags?: true
  /** `[[links]]`, `![[embeds]]`, `==marks==`, `%%comments%%`, `^block-id`. */
  vault?: true
}

/**
 * Gathered from the engines' documentation: kramdown 2 with its GFM parser, Goldmark as Hugo sets it, pulldown-cmark as
 * Zola does, Redcarpet as dev.to does, Ghost's markdown-it, and Obsidian's reading view as it comes.
 */
const traits: Readonly<Record<Dialect, Traits>> = {
  plain: {},
  jekyll: { liquid: true, kramdown: true, headingAttributes: true, definitionLists: true },
  octopress: {
    liquid: true,
    kramdown: true,
    headingAttributes: true,
    definitionLists: true,
    tightHeadings: true,
  },
  hugo: { headingAttributes: true, definitionLists: true },
  zola: { headingAttributes: true, callTags: true },
  obsidian: { vault: true, hardBreaks: true },
  ghost: { tightHeadings: true, hardBreaks: true },
  devto: { liquid: true, tightHeadings: true, hardBreaks: true },
}

export function traitsOf(dialect: Dialect): Traits {
  return traits[dialect]
}

/** Whether the staging step evaluates Liquid in texts of this dialect. */
export function isLiquid(dialect: Dialect): boolean {
  return traits[dialect].liquid === true
}
