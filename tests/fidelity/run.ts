/**
 * Renders the posts of an old blog with the engine they were written for and with Quire, and compares what a reader
 * sees. Liquid is evaluated by Quire for both; posts with shortcodes are left out, because Hugo needs the site's own.
 */
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { renderMarkdown } from '../../lib/markdown/render'
import { readContent } from '../../lib/staging/read-content'
import { type Engine, renderWith, versionOf } from './engines'
import { readVisible } from './visible'

const program = new Command('npm run fidelity --')
  .description('Compares the posts of an old blog with what their own engine makes of them.')
  .argument('<dir>', 'folder of the blog')
  .addOption(new Option('--engine <name>', 'the engine').choices(['jekyll', 'hugo']).makeOptionMandatory())
  .option('--show <n>', 'how many differences to print', '10')
  .addHelpText('after', '\nExample: npm run fidelity -- ../old-blog --engine hugo')
  .parse()

const { engine: name, show } = program.opts<{ engine: string; show: string }>()
const engine: Engine = name === 'hugo' ? 'hugo' : 'jekyll'
const version = versionOf(engine)
if (!version) console.log(`Skipped: ${engine} is not installed on this machine.`)
else await compare(resolve(program.args[0] ?? '.'), engine, version)

async function compare(folder: string, engine: Engine, version: string): Promise<void> {
  const { posts } = await readContent({ projectDir: process.cwd(), contentDir: folder, loose: true })
  const compared = posts.filter(({ read }) => !/\{\{[<%]|\{%/.test(read.body))
  const theirs = renderWith(
    engine,
    compared.map(({ read }) => read.body),
  )
  const differences: string[] = []
  for (const [index, { read, staged }] of compared.entries()) {
    const { html } = await renderMarkdown(read.body, staged.settings)
    const [expected, shown] = [readVisible(theirs[index] ?? ''), readVisible(html)]
    if (expected.text !== shown.text)
      differences.push(`${read.file.file}\n${firstDifference(expected.text, shown.text)}`)
  }
  for (const difference of differences.slice(0, Number(show))) console.log(difference)
  console.log(
    `${compared.length - differences.length} of ${compared.length} posts have the same text (${version}); ${posts.length - compared.length} with tags left out.`,
  )
}

/** The position of the first difference between two texts, with a few words around it. */
function firstDifference(expected: string, shown: string): string {
  let at = 0
  while (at < expected.length && expected[at] === shown[at]) at++
  const cut = (text: string) => text.slice(Math.max(0, at - 30), at + 50)
  return `  engine: …${cut(expected)}…\n  Quire:  …${cut(shown)}…`
}
