import { startContentlayer } from '../build/contentlayer'
import { fetchInBackground } from '../build/fetch-embeds'
import { generate } from '../build/generate'
import { startNext } from '../build/next'
import { supervise } from '../build/supervise'
import { watchContent } from '../build/watch'
import { startOverlay } from '../dev/overlay-server'
import { findEditor, hasWindow, openEditor } from './open-editor'
import { printProblems } from './print-problems'

// One command, three processes: this one stages what the author saves, Contentlayer renders what was staged, Next
// shows it. Drafts are shown; an error is printed and the site goes on without that post.
const projectDir = process.cwd()
Object.assign(process.env, { NODE_ENV: 'development' })

const { problems } = await generate(projectDir)
await printProblems(problems)
const editor = findEditor()
const overlay = await startOverlay(projectDir, {
  problems,
  // An editor without a window of its own would share the terminal with this command's output.
  open:
    editor && hasWindow(editor) ? (file, line, column) => openEditor(editor, file, line, column) : undefined,
})
process.env.QUIRE_OVERLAY = overlay.script
watchContent(projectDir, (found) => {
  overlay.update(found)
  if (found.length > 0) printProblems(found)
  else console.log('No problems left.')
})
await fetchInBackground(projectDir, console.log)
supervise([
  startContentlayer(projectDir, 'dev'),
  startNext(projectDir, ['dev', '--port', process.env.PORT ?? '3000']),
])
