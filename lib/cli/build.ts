import { Command } from 'commander'
import { recordBranchChanges } from '../build/branch-changes'
import { generateContent } from '../build/generate'
import { writeMachineTexts } from '../build/machine-texts/write-machine-texts'
import { buildSearchIndex } from '../build/search/search-index'
import { listShareFonts } from '../build/share-fonts'
import { buildNext } from '../delivery/build-next'
import { hasErrors } from '../model/problem'
import { contentDir } from '../workspace'
import { BuildProgress } from './output/build-progress'
import { failOnUncaught } from './output/fail'
import { printProblems } from './output/print-problems'

failOnUncaught()

const program = new Command('npm run build --')
  .description('Builds the site that npm start serves. An error in the content stops it, a warning does not.')
  .option('--profile', 'print how long the steps, the slowest posts and the slowest plugins took')
  .addHelpText(
    'after',
    `
Environment:
  CONTENT_DIR=words   another content folder than content
  SHOW_DRAFTS=1       a preview: drafts and scheduled posts are shown

Examples:
  npm run build
  npm run build -- --profile
  SHOW_DRAFTS=1 npm run build && npm start`,
  )
  .parse()
const { profile } = program.opts<{ profile?: boolean }>()

const projectDir = process.cwd()
const progress = new BuildProgress()
const { problems, documents, fetched, typed } = await progress.measure('read and render the content', () =>
  generateContent(projectDir, { publishes: true, onText: progress.onText }),
)
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
const [search] = await progress.measure('write texts for search and for programs', () =>
  Promise.all([buildSearchIndex(projectDir), writeMachineTexts(projectDir)]),
)
console.log(`Generated ${documents} documents; ${search.documents} can be searched.`)
// A platform's adapter copies the served files while Next builds.
if (process.env.NEXT_ADAPTER_PATH) await search.indexed
await listShareFonts(projectDir)
process.exitCode = await buildNext(projectDir, progress)
await progress.measure('wait for types and the search index', () => Promise.all([typed, search.indexed]))
if (profile) console.log(progress.format())
