import pc from 'picocolors'
import { formatGithubAnnotation, formatProblem, type Problem } from '../source/problem'

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
  if (problems.length > 0) console.error(summary(problems))
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
