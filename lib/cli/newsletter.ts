import { Command } from 'commander'
import { printable } from '../model/printable'
import { mailServer, openMailer } from '../responses/mail/mail'
import { newsletterMail, sendNewsletter } from '../responses/newsletter/send-newsletter'
import { openSigner, Signer } from '../responses/signing'
import { openStore } from '../responses/store/open-store'
import { databaseUrl } from '../responses/store/store'
import { openBlog } from './open-blog'
import { failOnUncaught } from './output/fail'

failOnUncaught()

const program = new Command('npm run newsletter --')
  .description(
    'Sends a post to all subscribers who have not received it. Run it again to continue after an interruption.',
  )
  .argument('<slug>', 'the last part of the URL of the post')
  .option('--preview', 'prints the e-mail instead: its text, or with --html its HTML')
  .option('--html', 'with --preview: the HTML')
  .option('--batch <number>', 'e-mails per batch', '50')
  .option('--pause <seconds>', 'pause between two batches, if the provider requires one', '0')
  .addHelpText(
    'after',
    '\nNeeds SMTP_URL, e.g. smtps://user:password@mail.example:465.\n\nExamples:\n  npm run newsletter -- hello --preview\n  npm run newsletter -- hello\n',
  )
  .parse()

const blog = openBlog()
const [slug = ''] = program.args
const options = program.opts<{ preview?: boolean; html?: boolean; batch: string; pause: string }>()
const post = (await blog.getPost(slug)) ?? program.error(`error: there is no published post “${slug}”.`)
const { url: origin, title, responses } = blog.site
const from = responses?.newsletter?.from ?? program.error('error: site.yaml has no `responses: newsletter:`.')

if (options.preview) {
  const reader = { id: 'preview', email: 'reader@example.org' }
  const mail = newsletterMail(new Signer(Buffer.alloc(32)), post, reader, { from, origin, title })
  console.log(options.html ? mail.html : `From: ${mail.from}\nSubject: ${mail.subject}\n\n${mail.text}`)
  process.exit(0)
}

const server = mailServer() ?? program.error('error: SMTP_URL is not set.')
const store = await openStore(databaseUrl(), { purpose: 'npm run newsletter' }).catch((error: Error) =>
  program.error(`error: ${error.message}`),
)
const signer = await openSigner(store)
const mailer = openMailer(server)
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
let failed = 0
for (let left = 1; left > 0 && !stop.signal.aborted; ) {
  const limit = Math.max(1, Number(options.batch) || 50)
  const report = await sendNewsletter({ store, signer }, post, {
    from,
    origin,
    title,
    limit,
    send: mailer.send,
    signal: stop.signal,
  })
  console.log(`Sent ${report.sent}.`)
  for (const { email, reason } of report.failed) console.error(printable(`Refused: ${email}: ${reason}`))
  for (const email of report.inDoubt)
    console.error(`Possibly sent when an earlier run was interrupted, not sent again: ${email}`)
  failed += report.failed.length
  left = report.left
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, Number(options.pause) * 1000))
}
mailer.close()
await store.close()
process.exit(failed > 0 ? 1 : 0)
