import type { Problem } from '../../model/problem'
import type { FrontMatter } from '../front-matter/read-front-matter'
import { shorten } from '../text/shorten'
import type { Mdx } from './read-mdx'

/** A file's front matter and body with its MDX read: exported metadata is used for fields that the front matter does not set. */
export function withMdx(frontMatter: FrontMatter, { body, metadata }: Mdx): FrontMatter {
  const known = new Set(frontMatter.entries.map(({ key }) => key.toLowerCase()))
  const added = metadata.filter(({ key }) => !known.has(key.toLowerCase()))
  const format = frontMatter.format === 'none' && added.length > 0 ? 'json' : frontMatter.format
  return { ...frontMatter, format, body, entries: [...frontMatter.entries, ...added] }
}

/** One warning per file and kind of removed code, naming the first and the lines of the others. */
export function reportMdx(file: string, { omitted }: Mdx, bodyLine: number): Problem[] {
  return KINDS.flatMap(({ what, message, hint }) => {
    const [first, ...others] = omitted.filter((each) => each.what === what)
    if (!first) return []
    const lines = [...new Set(others.map(({ line }) => line + bodyLine - 1))]
    const more =
      lines.length > 0
        ? ` The same applies to ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}.`
        : ''
    return [
      {
        severity: 'warning',
        rule: `mdx/${what}`,
        file,
        line: first.line + bodyLine - 1,
        column: 1,
        message: `\`${shorten(first.source, 80)}\` ${message}${more}`,
        hint,
      },
    ]
  })
}

const KINDS: { what: Mdx['omitted'][number]['what']; message: string; hint: string }[] = [
  {
    what: 'module',
    message: 'is code, which is not executed, so it is removed.',
    hint: 'MDX is read as Markdown; components are looked up among the tags of the guide.',
  },
  {
    what: 'expression',
    message: 'is an expression, which is not evaluated, so its source is shown.',
    hint: 'Write its value instead.',
  },
  {
    what: 'attribute',
    message: 'has a value that is only known at run time, so it is removed.',
    hint: 'Write the value as a string in quotes.',
  },
]
