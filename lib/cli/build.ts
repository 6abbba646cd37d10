import { recordBranchChanges } from '../build/branch-changes'
import { generateContent } from '../build/generate'
import { writeMachineTexts } from '../build/machine-texts/write-machine-texts'
import { buildSearchIndex } from '../build/search-index'
import { listShareFonts } from '../build/share-fonts'
import { buildNext } from '../delivery/build-next'
import { hasErrors } from '../model/problem'
import { contentDir } from '../workspace'
import { printProblems } from './print-problems'

const projectDir = process.cwd()
const { problems, documents, fetched, typed } = await generateContent(projectDir, { publishes: true })
if (fetched > 0) {
  console.log(
    `Fetched ${fetched} snapshots of embeds. Run npm run embeds and commit them, so that builds need not fetch them.`,
  )
}
await printProblems(problems)
if (hasErrors(problems)) {
  console.error('Nothing was built: an error above would lose or misplace a post.')
  process.exit(1)
}
await recordBranchChanges(projectDir, contentDir(), process.env)
const [search] = await Promise.all([buildSearchIndex(projectDir), writeMachineTexts(projectDir)])
console.log(`Generated ${documents} documents; ${search.documents} can be searched.`)
// A platform's adapter copies the served files while Next builds.
if (process.env.NEXT_ADAPTER_PATH) await search.indexed
await listShareFonts(projectDir)
process.exitCode = await buildNext(projectDir)
await Promise.all([typed, search.indexed])
