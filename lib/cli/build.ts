import { generate } from '../build/generate'
import { buildNext } from '../delivery/build-next'
import { hasErrors } from '../model/problem'
import { printProblems } from './print-problems'

const projectDir = process.cwd()
const { problems, documents } = await generate(projectDir)
await printProblems(problems)
if (hasErrors(problems)) {
  console.error('Nothing was built: an error above would lose or misplace a post.')
  process.exit(1)
}
console.log(`Generated ${documents} documents.`)
process.exitCode = await buildNext(projectDir)
