import { Command } from 'commander'
import { contentDir } from '../workspace'
import { createPost } from './create-post'

const program = new Command('npm run new --')
  .description('Starts a post, as a draft. Never overwrites one.')
  .argument('<title>', 'the title, in quotes')
  .option(
    '--no-draft',
    'publish it with the next push; else it is a draft, which only `npm run dev` and previews show',
  )
  .addHelpText('after', '\nExample:\n  npm run new -- "The tide at our harbour"\n')
  .parse()

const [title = ''] = program.args
const { draft } = program.opts<{ draft: boolean }>()
const result = await createPost(contentDir(), title, { draft, now: new Date() })
if (result.outcome === 'created') console.log(result.file)
else {
  const reasons = {
    exists: `There is a post of that name already: ${result.file}. Nothing was changed; choose another title.`,
    'no-name': `“${title}” holds no letter or figure to name a file after.`,
  }
  console.error(reasons[result.outcome])
  process.exitCode = 1
}
