import pc from 'picocolors'
import { printable } from '../model/printable'
import { formatProblem, type Problem } from '../model/problem'
import { countEach } from './count-each'
import type { Survey } from './survey'

/**
 * The survey as text for a terminal.
 * @param all shows every problem with its line, instead of a few of each kind
 */
export function formatSurvey(survey: Survey, { all = false } = {}): string {
  const { links, pictures, renamed } = survey
  const sections = [
    survey.blogs.length > 0
      ? survey.blogs.map(describeBlog).join('\n')
      : 'Your own posts, as Quire reads them.',
    table([
      ['posts', `${survey.posts - survey.drafts}, and ${plural(survey.drafts, 'draft')}`],
      ['with a date', share(survey.dated, survey.posts)],
      ['with tags', share(survey.tagged, survey.posts)],
      ['front matter', list(survey.frontMatter)],
      ['hold', list(survey.features)],
      ['embeds', list(survey.embeds)],
      [
        'pictures',
        `${pictures.found} found, ${pictures.missing} missing, ${pictures.elsewhere} on other sites`,
      ],
      ['old addresses', `${survey.addresses}, each redirects to its post`],
      [
        'links within',
        `${links.leading} changed to the current URLs, ${links.guessed} guessed, ${links.dead} dead, ${links.deadAnchors} to missing headings`,
      ],
      ['unused keys', list(survey.extraKeys)],
    ]),
  ]
  if (renamed.length > 0) {
    const shown = all ? renamed : renamed.slice(0, FEW)
    const lines = shown.map(
      ({ file, from, to }) => `  ${printable(`${from} → ${to}`)}  ${pc.dim(printable(file))}`,
    )
    sections.push(
      [
        pc.bold(`${plural(renamed.length, 'address')} with a different ending`),
        ...lines,
        ...rest(renamed.length, shown.length),
      ].join('\n'),
    )
  }
  sections.push(...groups(survey.problems).map(([rule, problems]) => formatGroup(rule, problems, all)))
  return `${sections.join('\n\n')}\n\n${verdict(survey)}`
}

/** How many examples are shown of each kind of problem. */
const FEW = 3

function describeBlog({ root, dialect, detectedBy, settings }: Survey['blogs'][number]): string {
  const patterns = Object.entries(settings.permalinks).map(([section, pattern]) =>
    section ? `${section}: ${pattern}` : pattern,
  )
  const addresses = patterns.length > 0 ? `, addresses ${patterns.join(', ')}` : ''
  return `${pc.bold(printable(root))}: ${printable(`${dialect}, detected by ${detectedBy}${addresses}`)}${settings.base ? `, below ${printable(settings.base)}` : ''}`
}

/** Errors first, then by frequency. */
function groups(problems: readonly Problem[]): [rule: string, problems: Problem[]][] {
  const byRule = new Map<string, Problem[]>()
  for (const problem of problems) byRule.set(problem.rule, [...(byRule.get(problem.rule) ?? []), problem])
  const rank = ([first]: Problem[]) => (first?.severity === 'error' ? 0 : 1)
  return [...byRule].sort(([, a], [, b]) => rank(a) - rank(b) || b.length - a.length)
}

function formatGroup(rule: string, problems: readonly Problem[], all: boolean): string {
  const [first] = problems
  const colour = first?.severity === 'error' ? pc.red : pc.yellow
  const shown = all ? problems : problems.slice(0, FEW)
  // Unknown tags are often a few names many times.
  const names =
    rule === 'markdown/unknown-tag' ? [`  ${list(countEach(problems.map(({ message }) => message)))}`] : []
  return [
    colour(`${plural(problems.length, first?.severity ?? 'problem')} ${rule}`),
    ...names,
    ...shown.map((problem) => `  ${formatProblem(problem)}`),
    ...rest(problems.length, shown.length),
  ].join('\n')
}

function rest(count: number, shown: number): string[] {
  return count > shown ? [pc.dim(`  … and ${count - shown} more; --all shows them.`)] : []
}

function verdict({ problems, posts }: Survey): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (posts === 0) return 'No posts were found.'
  if (errors > 0) return pc.red(`${plural(errors, 'error')} would stop a build; the rest is optional.`)
  return pc.green('Nothing stops a build: the posts can be imported unchanged.')
}

function table(rows: [label: string, value: string][]): string {
  const width = Math.max(...rows.map(([label]) => label.length))
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)
    .join('\n')
}

function list(counts: Partial<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([word, count]) => `${printable(word)} ${count}`)
    .join(', ')
}

function share(count: number, all: number): string {
  return count === all ? 'all' : `${count} of ${all}`
}

function plural(count: number, noun: string): string {
  const ending = count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'
  return `${count} ${noun}${ending}`
}
