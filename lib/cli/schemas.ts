import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
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
    await writeFileAtomic(file, formatJson(JSON.stringify(schema, null, 2)))
    console.log(file)
  }
} catch (error) {
  fail(error)
}

/** Formats JSON like the rest of the project, so that the lint step accepts the files as they are written. */
function formatJson(json: string): string {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
  const project = fileURLToPath(new URL('../..', import.meta.url))
  return execFileSync(
    process.execPath,
    [biome, 'format', `--config-path=${project}`, '--stdin-file-path=schema.json'],
    { input: json, encoding: 'utf8' },
  )
}
