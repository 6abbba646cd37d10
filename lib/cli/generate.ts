import { Command } from 'commander'
import { generate } from '../build/generate'
import { hasErrors } from '../model/problem'
import { failOnUncaught } from './output/fail'
import { printProblems } from './output/print-problems'

failOnUncaught()

new Command('npm run generate --')
  .description('Does everything that comes before Next: what type checking and unit tests need.')
  .addHelpText('after', '\nExample:\n  npm run generate')
  .parse()

// Everything before Next: type checking and unit tests need it.
const { problems, documents } = await generate(process.cwd())
await printProblems(problems)
console.log(`Generated ${documents} documents.`)
process.exitCode = hasErrors(problems) ? 1 : 0
