import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { describe, expect, test } from 'vitest'
import { openMailer } from '@/lib/responses/mail/mail'
import { postMail } from '@/lib/responses/newsletter/post-mail'
import { readEmail } from '@/lib/responses/newsletter/subscribers'
import { postOf, SENDER } from './mail-post'

describe('a post as an e-mail', () => {
  test('has absolute URLs, formulas as text, and no script or style of the page', async () => {
    const post = await postOf(
      'See [the other](/posts/other) and $e = mc^2$.\n\n![A picture](/_quire/media/a.png)\n\n```js\nlet a = 1\n```\n\n| a |\n|---|\n| b |\n\n<script>alert(1)</script>',
    )
    const { html, text } = postMail(post, { ...SENDER, unsubscribe: 'https://blog.example/u?a=1&b=2' })
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
      ...SENDER,
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
