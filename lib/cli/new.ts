import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { findEditor, openEditor } from '../dev/open-editor'
import { readSite } from '../staging/read-content'
import { postUrl } from '../urls/post-url'
import { contentDir } from '../workspace'
import { createPost } from './create-post'
import { fail } from './output/fail'

const program = new Command('npm run new --')
  .description('Creates a post, as a draft. Never overwrites a file.')
  .argument('<title>', 'the title, in quotes')
  .option('--tags <list>', 'tags, separated by commas')
  .option('--series <name>', 'the series that the post belongs to')
  .option('--bundle', 'create a folder, for a post with pictures', false)
  .option('--draft', 'only `npm run dev` and previews show it (this is the default)')
  .option('--no-draft', 'publish it with the next push')
  .option('--open', 'open it in $VISUAL or $EDITOR (the default in a terminal)')
  .option('--no-open', 'do not open an editor')
  .addHelpText(
    'after',
    `
Examples:
  npm run new -- "The tide at our harbour"
  npm run new -- "A week of rain" --tags weather,notes --series "A year outside" --bundle
`,
  )
  .showHelpAfterError('(npm run new -- --help shows every option)')
  .action((title: string, options: Options) => run(title, options).catch(fail))

await program.parseAsync()

async function run(title: string, options: Options): Promise<void> {
  const folder = contentDir()
  const { site } = await readSite(resolve(folder), folder, await readdir(folder).catch(() => []))
  const result = await createPost(folder, title, {
    draft: options.draft ?? true,
    tags: options.tags
      ?.split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    series: options.series,
    bundle: options.bundle,
    now: new Date(),
    timeZone: site.timeZone,
  })
  if (result.outcome === 'no-name')
    throw new Error(`“${title}” has no letter or digit that a file name could use.`)
  if (result.outcome === 'exists')
    throw new Error(
      `A post with this name already exists: ${result.file}. Nothing was changed; choose another title.`,
    )
  console.log(result.file)
  console.log(`http://localhost:${process.env.PORT ?? '3000'}${postUrl(result.slug)}`)
  const editor = findEditor()
  const wantsEditor = options.open ?? (process.stdin.isTTY && process.stdout.isTTY)
  if (wantsEditor && editor) await openEditor(editor, result.file)
  else if (options.open) throw new Error('No editor is set: set $EDITOR to its command.')
}

interface Options {
  tags?: string
  series?: string
  bundle: boolean
  draft?: boolean
  open?: boolean
}
