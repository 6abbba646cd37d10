import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailer } from '@/lib/responses/mail/mail'
import { sendNewsletter } from '@/lib/responses/newsletter/send-newsletter'
import {
  confirmSubscription,
  forgetUnconfirmed,
  requestSubscription,
  unsubscribe,
} from '@/lib/responses/newsletter/subscribers'
import { openSigner, type Signer } from '@/lib/responses/signing'
import type { Store } from '@/lib/responses/store/store'
import { DATABASES } from '../../responses/databases'
import { useStore } from '../../responses/use-store'
import { postOf, SENDER } from './mail-post'

const now = Date.UTC(2026, 10, 21, 12)

describe.each(DATABASES)('the newsletter on $name', ({ missing, start }) => {
  let store: Store
  let signer: Signer
  let smtp: SMTPServer
  let url: string
  const taken: string[] = []

  useStore({ missing, start }, (opened) => {
    store = opened
  })

  beforeAll(async () => {
    if (missing) return
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
  afterAll(() => smtp?.close())

  test.skipIf(missing)(
    'reaches everybody who confirmed once, though runs are interrupted and two run at once',
    async () => {
      const post = await postOf('Text')
      const mailer = openMailer(url)
      const stop = new AbortController()
      const first = await sendNewsletter({ store, signer }, post, {
        ...SENDER,
        limit: 10,
        signal: stop.signal,
        // Stopped while the first e-mail is being sent, whether or not its recipient is the rejected one.
        send: async (mail) => {
          stop.abort()
          await mailer.send(mail)
        },
      })
      expect(first.sent + first.failed.length).toBe(1)
      // A run that is killed while it sends an e-mail leaves its result unknown: it is not sent again.
      await new Promise<void>((underWay) => {
        void sendNewsletter({ store, signer }, post, {
          ...SENDER,
          limit: 1,
          send: () => {
            underWay()
            return new Promise(() => {})
          },
        })
      })
      const options = { ...SENDER, limit: 10, send: mailer.send }
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
