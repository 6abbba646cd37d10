import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import { ContentBuild } from '../build/content-build'
import { typeDocuments } from '../build/contentlayer'
import { fetchInBackground } from '../build/fetch-embeds'
import { prepare } from '../build/generate'
import { startNext } from '../build/next'
import { nextRevision } from '../build/revision'
import { searchInDev } from '../build/search/search-in-dev'
import { supervise } from '../build/supervise'
import { watchContent } from '../build/watch'
import { findEditor, hasWindow, openEditor } from '../dev/open-editor'
import { startOverlay } from '../dev/overlay-server'
import { workspace } from '../workspace'
import { printProblems } from './output/print-problems'

new Command('npm run dev --')
  .description('Serves the site on port 3000 while you write: drafts are shown, and a save is seen at once.')
  .addHelpText(
    'after',
    `
Environment:
  PORT=4000           another port
  CONTENT_DIR=words   another content folder than content
  EDITOR="code"       opens problems at their line

Examples:
  npm run dev
  PORT=4000 npm run dev`,
  )
  .parse()

// One command, two processes: this one updates the site when the author saves, Next shows it. Drafts are
// shown; after an error the site continues without that post.
const projectDir = process.cwd()
Object.assign(process.env, { NODE_ENV: 'development' })

await prepare(projectDir)
const editor = findEditor()
const overlay = await startOverlay(projectDir, {
  problems: [],
  // An editor without its own window would share the terminal with this command's output.
  open:
    editor && hasWindow(editor) ? (file, line, column) => openEditor(editor, file, line, column) : undefined,
})
process.env.QUIRE_OVERLAY = overlay.script
const serve = () => supervise([startNext(projectDir, ['dev', '--port', process.env.PORT ?? '3000'])])
// Next takes seconds to start: meanwhile, what the last run left is brought up to date.
const isKnown = existsSync(workspace(projectDir).index)
if (isKnown) serve()
const build = await ContentBuild.open(projectDir, { publishes: true, remembers: true })
const { problems } = await build.run()
if (isKnown) await nextRevision(projectDir)
else serve()
await printProblems(problems)
overlay.update(problems)
const report = async (found: typeof problems) => {
  overlay.update(found)
  if (found.length > 0) await printProblems(found)
  else console.log('No problems left.')
}
const indexSearch = searchInDev(projectDir, console.error)
watchContent(projectDir, build, report, problems, indexSearch)
indexSearch()
await fetchInBackground(projectDir, console.log)
// For the author's editor. Next compiles the first page at this moment, which must not wait for it.
await wait(20_000)
await typeDocuments(projectDir).catch(console.error)
