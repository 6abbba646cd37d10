import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { erasePerson, exportAll, importAll } from '../responses/admin/archive'
import { keptFile, keptSlugs, writeKept } from '../responses/kept/kept-comments'
import { privacyMarkdown } from '../responses/privacy'
import { openStore } from '../responses/store/open-store'
import { databaseUrl, type Store } from '../responses/store/store'
import { openBlog } from './open-blog'
import { failOnUncaught } from './output/fail'

failOnUncaught()

const program = new Command('npm run responses --')
  .description(
    'Exports, imports and erases responses of readers. A database file can only be used by one process: stop the server first.',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  npm run responses -- export > responses.json\n  npm run responses -- import responses.json\n  npm run responses -- erase ada@example.org\n',
  )

program
  .command('export')
  .description('prints everything as JSON')
  .action(() =>
    withStore(async (store) => console.log(JSON.stringify(await exportAll(store, Date.now()), null, 2))),
  )
program
  .command('keep')
  .description('writes approved comments to content/responses, where they are part of the pages')
  .action(() =>
    withStore(async (store) => {
      const rows = await store.db.selectFrom('comments').where('state', '=', 'approved').selectAll().execute()
      const slugs = new Set([...rows.map(({ slug }) => slug), ...(await keptSlugs())])
      for (const slug of slugs) {
        const own = rows.filter((row) => row.slug === slug)
        if ((await writeKept(slug, own)) === 'written') console.log(`Wrote ${keptFile(slug)}.`)
      }
    }),
  )
program
  .command('privacy')
  .description(
    'prints what the site stores of its readers, as a page in Markdown; it is shown at /api/privacy',
  )
  .action(() => {
    const { site } = openBlog()
    if (!site.responses) program.error('error: responses are off in site.yaml, so nothing is stored.')
    else console.log(privacyMarkdown(site, site.responses))
  })
program
  .command('import <file>')
  .description('adds the responses of an exported file; existing ones stay')
  .action((file: string) =>
    withStore(async (store) => {
      const added = await importAll(store, JSON.parse(readFileSync(file, 'utf8')))
      console.log(`Added ${added}.`)
    }),
  )
program
  .command('erase <who>')
  .description('erases one person: a name, an e-mail address or the URL of a site')
  .action((who: string) =>
    withStore(async (store) => console.log(`Erased ${await erasePerson(store, who)}.`)),
  )

await program.parseAsync()

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  try {
    const store = await openStore(databaseUrl(), { purpose: 'npm run responses' })
    try {
      await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    program.error(`error: ${error instanceof Error ? error.message : error}`)
  }
}
