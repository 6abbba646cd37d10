import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import { contentDir } from '../workspace'
import { freshContent } from './start-fresh/fresh-content'
import { replaceFolder } from './start-fresh/replace-folder'

const program = new Command('npm run start-fresh --')
  .description(
    'Replaces the content that came with the project by the start of your own. Keeps the old content.',
  )
  .option('--yes', 'do not ask for confirmation')
  .addHelpText(
    'after',
    '\nThe old content, including pictures, is moved to content-backup-<time> in the same folder.\n\nExample:\n  npm run start-fresh\n',
  )
  .parse()

const folder = contentDir()
if (program.opts<{ yes?: boolean }>().yes || (await confirmed())) {
  const backup = await replaceFolder(folder, freshContent(new Date()))
  console.log(backup ? `Your old content is in ${backup}.` : `There was no ${folder} before.`)
  console.log(`Now enter your name in ${folder}/site.yaml, and run \`npm run dev\`.`)
} else {
  console.error('Nothing was changed. To skip the confirmation: npm run start-fresh -- --yes')
  process.exitCode = 1
}

/** Only a person at a terminal can confirm. */
async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Move all of ${folder} to a backup and start fresh? (y/N) `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
