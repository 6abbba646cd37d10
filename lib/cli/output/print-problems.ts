import pc from 'picocolors'
import { formatSourceLine, SourceLines } from '../../check/format-source-line'
import { printable } from '../../model/printable'
import { formatGithubAnnotation, formatProblem, type Problem } from '../../model/problem'

/**
 * Counts unknown tags by name, the most used first.
 * @returns e.g. `imgcap (12), note2 (3)`; empty if there are none
 */
export function countUnknownTags(problems: readonly Problem[]): string {
  const counts = new Map<string, number>()
  for (const { rule, message } of problems) {
    const name = rule === 'markdown/unknown-tag' ? /"([^"]*)"/.exec(message)?.[1] : undefined
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([name, uses]) => `${name} (${uses})`)
    .join(', ')
}

/**
 * Prints problems to standard error, one per line.
 * @param options.github also as workflow commands, which annotate the lines of a pull request
 * @param options.sourceOf the project's folder: below each problem its line is shown, with a caret below the column
 */
export async function printProblems(
  problems: readonly Problem[],
  { github = false, sourceOf }: PrintOptions = {},
): Promise<void> {
  const sources = sourceOf === undefined ? undefined : new SourceLines(sourceOf)
  for (const problem of problems) {
    const line = formatProblem(problem)
    console.error(problem.severity === 'error' ? pc.red(line) : pc.yellow(line))
    const shown = sources && formatSourceLine(await sources.of(problem.file), problem)
    if (shown) console.error(pc.dim(shown))
    if (github) console.log(formatGithubAnnotation(problem))
  }
  const unknown = countUnknownTags(problems)
  if (unknown !== '')
    console.error(`Unknown tags: ${printable(unknown)}. Map each in site.yaml:  \`tags: { name: figure }\`.`)
  if (problems.length > 0) console.error(summary(problems))
}

interface PrintOptions {
  github?: boolean
  sourceOf?: string
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
