import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { trimEndOf } from '../model/trim-end'
import { signerOf, signInLink } from '../responses/admin/sign-in-link'
import { enabledResponses } from '../responses/enabled'
import { databaseUrl } from '../responses/store/store'
import { workspace } from '../workspace'

const program = new Command('npm run admin --')
  .description('Prints a link that signs the author in at /admin. It works once, within 15 minutes.')
  .option('--url <origin>', 'where the site is, e.g. http://localhost:3000 (default: `url` of site.yaml)')
  .addHelpText('after', '\nExamples:\n  npm run admin\n  npm run admin -- --url http://localhost:3000\n')
  .parse()

if (!enabledResponses()) program.error('error: site.yaml has no `responses:`, so there is no /admin.')
const { url } = program.opts<{ url?: string }>()
const index: { site: { url: string } } = JSON.parse(readFileSync(workspace(process.cwd()).index, 'utf8'))
const origin = trimEndOf(url ?? index.site.url, '/')
const signer = await signerOf(databaseUrl()).catch((error: Error) => program.error(`error: ${error.message}`))
console.log(signInLink(signer, origin, Date.now()))
process.exit(0)
