import pc from 'picocolors'
import { formatGithubAnnotation, formatProblem, type Problem } from '../model/problem'

/**
 * Counts the tags nobody knows by their names, the most used first.
 * @returns e.g. `imgcap (12), note2 (3)`; empty where there are none
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
 * Prints problems to standard error, one a line, and their number.
 * @param github also as workflow commands, which annotate the lines of a pull request
 */
export function printProblems(problems: readonly Problem[], { github = false } = {}): void {
  for (const problem of problems) {
    const line = formatProblem(problem)
    console.error(problem.severity === 'error' ? pc.red(line) : pc.yellow(line))
    if (github) console.log(formatGithubAnnotation(problem))
  }
  const unknown = countUnknownTags(problems)
  if (unknown !== '')
    console.error(`Unknown tags: ${unknown}. A line in site.yaml settles each: \`tags: { name: figure }\`.`)
  if (problems.length > 0) console.error(summary(problems))
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
