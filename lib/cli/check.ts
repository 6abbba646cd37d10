import { Command } from 'commander'
import { generate } from '../build/generate'
import { hasErrors } from '../model/problem'
import { printProblems } from './print-problems'

const program = new Command('npm run check --')
  .description('Applies every rule of the build to the content: file, line, what is wrong, what to write.')
  .option('--strict', 'fail on warnings too')
  .option('--github', 'also annotate the lines of a pull request, as GitHub Actions understands it')
  .addHelpText('after', '\nExamples:\n  npm run check\n  npm run check -- --strict --github\n')
  .parse()

const { strict = false, github = process.env.GITHUB_ACTIONS === 'true' } = program.opts<{
  strict?: boolean
  github?: boolean
}>()
const { problems, documents, extraKeys } = await generate(process.cwd())
printProblems(problems, { github })
const kept = Object.entries(extraKeys).map(([key, count]) => `${key} (${count})`)
if (kept.length > 0) console.log(`Kept without a meaning here, in \`extra\`: ${kept.join(', ')}.`)
console.log(`Checked ${documents} documents.`)
process.exitCode = hasErrors(problems) || (strict && problems.length > 0) ? 1 : 0
