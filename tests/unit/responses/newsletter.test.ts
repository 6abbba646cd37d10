import { fromHtml } from 'hast-util-from-html'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'
import type { Post } from '@/lib/model/post'
import { openMailer } from '@/lib/responses/mail/mail'
import { postMail } from '@/lib/responses/newsletter/post-mail'
import { sendNewsletter } from '@/lib/responses/newsletter/send-newsletter'
import {
  confirmSubscription,
  forgetUnconfirmed,
  readEmail,
  requestSubscription,
  unsubscribe,
} from '@/lib/responses/newsletter/subscribers'
import { openSigner, type Signer } from '@/lib/responses/signing'
import { openStore } from '@/lib/responses/store/open-store'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES, type TestDatabase } from '../../responses/databases'

const now = Date.UTC(2026, 10, 21, 12)
const to = { from: 'Notebook <post@blog.example>', origin: 'https://blog.example', title: 'Notebook' }

const postOf = async (markdown: string): Promise<Post> => ({
  slug: 'hello',
  url: '/posts/hello',
  title: 'Hello <world>',
  summary: '',
  tags: [],
  categories: [],
  authors: [],
  lang: 'en',
  draft: false,
  scheduled: false,
  pinned: false,
  body: fromHtml((await renderMarkdown(markdown)).html, { fragment: true }),
  toc: [],
  features: [],
  file: 'hello.md',
})

describe.each(DATABASES)('the newsletter on $name', ({ missing, start }) => {
  let database: TestDatabase
  let store: Store
  let signer: Signer
  let smtp: SMTPServer
  let url: string
  const taken: string[] = []

  beforeAll(async () => {
    if (missing) return
    database = await start()
    store = await openStore(database.url, { purpose: 'a test' })
    signer = await openSigner(store)
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        done(address.startsWith('refused') ? new Error('no such mailbox') : undefined)
      },
      onData(stream, session, done) {
        stream.resume()
        stream.on('end', () => {
          taken.push(...session.envelope.rcptTo.map(({ address }) => address))
          done()
        })
      },
    })
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
    const address = smtp.server.address()
    url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    for (const name of ['ada', 'bea', 'cleo', 'dora', 'refused']) {
      const subscriber = await requestSubscription(store, `${name}@readers.example`, now)
      await confirmSubscription(store, subscriber?.id ?? '', now)
    }
    await requestSubscription(store, 'silent@readers.example', now)
  }, 60_000)
  afterAll(async () => {
    smtp?.close()
    await store?.close()
    await database?.stop()
  })

  test.skipIf(missing)(
    'reaches everybody who confirmed once, though runs are interrupted and two run at once',
    async () => {
      const post = await postOf('Text')
      const mailer = openMailer(url)
      const stop = new AbortController()
      const first = await sendNewsletter({ store, signer }, post, {
        ...to,
        limit: 10,
        signal: stop.signal,
        // Stopped while the first e-mail is under way, whether or not its address is the one that is refused.
        send: async (mail) => {
          stop.abort()
          await mailer.send(mail)
        },
      })
      expect(first.sent + first.failed.length).toBe(1)
      // A run that is killed while an e-mail is under way leaves it in doubt: it is not sent again.
      await new Promise<void>((underWay) => {
        void sendNewsletter({ store, signer }, post, {
          ...to,
          limit: 1,
          send: () => {
            underWay()
            return new Promise(() => {})
          },
        })
      })
      const options = { ...to, limit: 10, send: mailer.send }
      const [a, b] = await Promise.all([
        sendNewsletter({ store, signer }, post, options),
        sendNewsletter({ store, signer }, post, options),
      ])
      expect(a.inDoubt).toHaveLength(1)
      expect(new Set(taken).size).toBe(taken.length)
      expect(
        [...taken, ...a.inDoubt, 'refused@readers.example']
          .sort()
          .filter((x, i, all) => all.indexOf(x) === i),
      ).toEqual(['ada', 'bea', 'cleo', 'dora', 'refused'].map((name) => `${name}@readers.example`))
      const failed = [...first.failed, ...a.failed, ...b.failed, ...a.inDoubt.map((email) => ({ email }))]
      expect(failed.some(({ email }) => email === 'refused@readers.example')).toBe(true)
      const before = taken.length
      expect(await sendNewsletter({ store, signer }, post, options)).toMatchObject({
        sent: 0,
        failed: [],
        left: 0,
      })
      expect(taken).toHaveLength(before)
      mailer.close()
    },
  )

  test.skipIf(missing)('deletes the data of people who unsubscribe or never confirm', async () => {
    const left = await store.db
      .selectFrom('subscribers')
      .where('email', '=', 'ada@readers.example')
      .select('id')
      .executeTakeFirstOrThrow()
    await unsubscribe(store, left.id)
    await forgetUnconfirmed(store, now + 3 * 24 * 60 * 60 * 1000)
    const emails = (await store.db.selectFrom('subscribers').select('email').execute()).map(
      ({ email }) => email,
    )
    expect(emails).not.toContain('ada@readers.example')
    expect(emails).not.toContain('silent@readers.example')
    expect(
      await store.db.selectFrom('deliveries').where('subscriber', '=', left.id).selectAll().execute(),
    ).toEqual([])
    expect(await confirmSubscription(store, left.id, now)).toBe(false)
  })
})

describe('a post as an e-mail', () => {
  test('has absolute URLs, formulas as text, and no script or style of the page', async () => {
    const post = await postOf(
      'See [the other](/posts/other) and $e = mc^2$.\n\n![A picture](/_quire/media/a.png)\n\n```js\nlet a = 1\n```\n\n| a |\n|---|\n| b |\n\n<script>alert(1)</script>',
    )
    const { html, text } = postMail(post, { ...to, unsubscribe: 'https://blog.example/u?a=1&b=2' })
    expect(html).toContain('href="https://blog.example/posts/other"')
    expect(html).toContain('src="https://blog.example/_quire/media/a.png"')
    expect(html).toMatch(/<code[^>]*>e = mc\^2<\/code>/)
    expect(html).toContain('Hello &#x3C;world>')
    expect(html).not.toMatch(/<script|<svg|class=|katex|<style/)
    expect(text).toContain('`e = mc^2`')
    expect(text).toContain('let a = 1')
    expect(text).toContain('https://blog.example/u?a=1&b=2')
  })

  test('is one that mail programs can read', async () => {
    const mails: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let text = ''
        stream.on('data', (part) => {
          text += part
        })
        stream.on('end', () => {
          mails.push(text)
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    const mailer = openMailer(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
    const subject = 'Über\r\nBcc: evil@example.org'
    await mailer.send({
      ...to,
      to: 'ada@readers.example',
      subject,
      text: 'Text',
      html: '<p>Ü</p>',
      headers: { 'List-Id': '<a>' },
    })
    mailer.close()
    server.close()
    const mail = await PostalMime.parse(mails[0] ?? '')
    expect(mail.bcc).toBeUndefined()
    expect(mail.subject).toContain('Über')
    expect(mail.html?.trim()).toBe('<p>Ü</p>')
  })
})

test.each([
  ['Ada@Example.org ', 'ada@example.org'],
  ['a.b+c@sub.example.co', 'a.b+c@sub.example.co'],
  ['a@b', undefined],
  ['a@b.c, d@e.fg', undefined],
  ['"a\r\nBcc: x"@example.org', undefined],
  [`${'x'.repeat(300)}@example.org`, undefined],
])('%j is the address %j', (text, email) => {
  expect(readEmail(text)).toBe(email)
})
