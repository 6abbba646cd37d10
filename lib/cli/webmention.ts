import { join } from 'node:path'
import { Command } from 'commander'
import { printable } from '../model/printable'
import { sendMention } from '../responses/mentions/send-mention'
import { linksOf, readSent, writeSent } from '../responses/mentions/sent-mentions'
import { contentDir } from '../workspace'
import { openBlog } from './open-blog'
import { failOnUncaught } from './output/fail'

failOnUncaught()

const program = new Command('npm run webmention --')
  .description('Sends a webmention for each link in published posts, once.')
  .argument('[slugs...]', 'only these posts')
  .option('--dry-run', 'only show what would be sent')
  .option('--since <day>', 'only posts dated on or after this day, e.g. 2026-01-01')
  .addHelpText('after', '\nExamples:\n  npm run webmention -- --dry-run\n  npm run webmention -- hello\n')
  .parse()

const { dryRun = false, since } = program.opts<{ dryRun?: boolean; since?: string }>()
const blog = openBlog()
const file = join(contentDir(), 'responses', 'sent-webmentions.yaml')
const sent = await readSent(file).catch((error: Error) => program.error(`error: ${file}: ${error.message}`))
const unknown = program.args.find((slug) => !blog.listPosts().some((post) => post.slug === slug))
if (unknown) program.error(`error: there is no published post “${unknown}”.`)
const posts = blog.listPosts().filter(({ slug, date, draft, scheduled }) => {
  const isWanted = program.args.length === 0 || program.args.includes(slug)
  return isWanted && !draft && !scheduled && (!since || (date ?? '') >= since)
})

let failed = 0
for (const { slug } of posts) {
  const post = await blog.getPost(slug)
  if (!post) continue
  const done = sent.get(slug) ?? new Set<string>()
  for (const target of linksOf(post, blog.site.url).filter((link) => !done.has(link))) {
    if (dryRun) {
      console.log(printable(`${slug}: ${target}`))
      continue
    }
    try {
      const result = await sendMention(new URL(post.url, blog.site.url).href, target)
      const detail = 'status' in result ? ` (${result.status})` : ''
      console.log(`${printable(`${slug}: ${target}`)}: ${result.outcome}${detail}`)
      if (result.outcome === 'later') {
        failed++
        continue
      }
      // A site that accepts none is not asked again in every run; --since or deleting its line asks again.
      done.add(target)
      sent.set(slug, done)
      await writeSent(file, sent)
    } catch (error) {
      failed++
      console.error(printable(`${slug}: ${target}: ${error instanceof Error ? error.message : error}`))
    }
  }
}
if (failed > 0) console.error(`${failed} could not be sent. Run the command again: it retries them.`)
process.exit(failed > 0 ? 1 : 0)
