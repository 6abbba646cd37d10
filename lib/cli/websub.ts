import { Command } from 'commander'
import { FEED_FORMATS } from '../blog/machines/feed-formats'
import { pingHub } from '../guarded-fetch/ping-hub'
import { openBlog } from './open-blog'
import { failOnUncaught } from './output/fail'

failOnUncaught()

new Command('npm run websub --')
  .description(
    'Tells the hub of site.yaml that the feeds have changed, for readers who want to know at once. Run it after a deploy.',
  )
  .addHelpText('after', '\nWithout `hub:` in site.yaml it does nothing.\n\nExample:\n  npm run websub\n')
  .parse()

const { site, ...blog } = openBlog()
if (!site.hub) {
  console.log('Nothing to do: site.yaml has no `hub:`.')
  process.exit()
}
const feeds = blog
  .listSections()
  .flatMap(({ prefix }) =>
    [...FEED_FORMATS.keys()].map((name) => new URL(`${prefix}/${name}`, site.url).href),
  )
const problems = await pingHub(site.hub, feeds)
for (const problem of problems) console.error(problem)
console.log(`${site.hub} was notified of ${feeds.length - problems.length} of ${feeds.length} feeds.`)
process.exitCode = problems.length > 0 ? 1 : 0
