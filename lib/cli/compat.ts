import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { formatSurvey } from '../compat/format-survey'
import { surveyFolder } from '../compat/survey'
import { hasErrors } from '../model/problem'
import { failOnUncaught } from './output/fail'

failOnUncaught()

const program = new Command('npm run compat --')
  .description('Shows how an old blog would be read here. Only reads the folder, and changes nothing.')
  .argument('<dir>', 'the folder: an old blog with its configuration, or loose posts')
  .option('--all', 'every problem with its line, instead of a few of each kind', false)
  .option('--json', 'print everything as JSON', false)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run compat -- ../my-old-blog\n  npm run compat -- ../my-old-blog --all\n',
  )
  .parse()

const [dir = ''] = program.args
const { all, json } = program.opts<{ all: boolean; json: boolean }>()
if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) program.error(`error: ${dir} is not a folder.`)

const bar = new SingleBar({
  format: 'Rendering {bar} {value} of {total}',
  clearOnComplete: true,
  hideCursor: true,
})
const survey = await surveyFolder(resolve(dir), process.cwd(), (done, total) => {
  if (!process.stderr.isTTY) return
  if (done === 1) bar.start(total, 0)
  bar.update(done)
})
bar.stop()
console.log(json ? JSON.stringify(survey, null, 2) : formatSurvey(survey, { all }))
process.exitCode = hasErrors(survey.problems) ? 1 : 0
