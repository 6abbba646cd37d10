import { startContentlayer } from '../build/contentlayer'
import { fetchInBackground } from '../build/fetch-embeds'
import { generate } from '../build/generate'
import { startNext } from '../build/next'
import { supervise } from '../build/supervise'
import { watchContent } from '../build/watch'
import { printProblems } from './print-problems'

// One command, three processes: this one stages what the author saves, Contentlayer renders what was staged, Next
// shows it. Drafts are shown; an error is printed and the site goes on without that post.
const projectDir = process.cwd()
Object.assign(process.env, { NODE_ENV: 'development' })

const { problems } = await generate(projectDir)
await printProblems(problems)
watchContent(projectDir, (found) =>
  found.length > 0 ? printProblems(found) : console.log('No problems left.'),
)
await fetchInBackground(projectDir, console.log)
supervise([
  startContentlayer(projectDir, 'dev'),
  startNext(projectDir, ['dev', '--port', process.env.PORT ?? '3000']),
])
