import { Command } from 'commander'
import { frontMatterSchema } from '../editors/front-matter-schema'
import { siteSchema } from '../editors/site-schema'
import { writeFileAtomic } from '../write-file'
import { fail } from './output/fail'

new Command('npm run schemas --')
  .description(
    'Writes the JSON schemas in .vscode that editors use to complete and check front matter and site.yaml.',
  )
  .addHelpText('after', '\nExamples:\n  npm run schemas\n')
  .parse()

try {
  for (const [name, schema] of [
    ['front-matter', frontMatterSchema()],
    ['site', siteSchema()],
  ] as const) {
    const file = `.vscode/${name}.schema.json`
    await writeFileAtomic(file, `${JSON.stringify(schema, null, 2)}\n`)
    console.log(file)
  }
} catch (error) {
  fail(error)
}
