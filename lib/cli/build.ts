import { fetchOnCi } from '../build/fetch-embeds'
import { generate, readProblems } from '../build/generate'
import { buildSearchIndex } from '../build/search-index'
import { buildNext } from '../delivery/build-next'
import { hasErrors } from '../model/problem'
import { collectReferences } from '../references/collect'
import { printProblems } from './print-problems'

const projectDir = process.cwd()
const generated = await generate(projectDir)
const fetched = await fetchOnCi(projectDir)
if (fetched > 0) {
  console.log(
    `Fetched ${fetched} snapshots of embeds. Commit them with npm run embeds, and no build has to ask.`,
  )
  await collectReferences(projectDir)
}
const problems = fetched > 0 ? await readProblems(projectDir) : generated.problems
await printProblems(problems)
if (hasErrors(problems)) {
  console.error('Nothing was built: an error above would lose or misplace a post.')
  process.exit(1)
}
console.log(
  `Generated ${generated.documents} documents; ${await buildSearchIndex(projectDir)} can be searched.`,
)
process.exitCode = await buildNext(projectDir)
