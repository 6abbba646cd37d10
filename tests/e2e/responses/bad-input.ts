import type { APIRequestContext } from '@playwright/test'
import { siteUrl } from '../sites'
import { expect, test } from '../test'
import { signInAuthor } from './author-session'

const OWN_PAGE = '/api/responses/opening-the-gates'

/** A form with a file where a text is expected. */
const FILE_AS_TEXT =
  '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nAda\r\n--x\r\ncontent-disposition: form-data; name="text"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nwords\r\n--x--\r\n'

/** Tests requests that no form of ours sends. */
export function testBadInput(): void {
  test.describe('bad input', () => {
    const COMMENTS = '/api/comments/opening-the-gates'
    const EVIL = '"><script>document.title="run"</script><img src=x onerror="document.title=1">'

    /** A valid form. The response to an invalid one contains a token that can be used immediately. */
    async function goodForm(request: APIRequestContext): Promise<Record<string, string>> {
      const answer = await request.post(COMMENTS, { form: {} })
      const [, token = ''] = /name="token" value="([^"]*)"/.exec(await answer.text()) ?? []
      return { name: 'Mallory', text: 'A remark to keep', site: '', parent: '', token }
    }

    for (const [what, wrong, words] of [
      ['a name of 81 characters', { name: 'x'.repeat(81) }, '80 characters'],
      ['a name of blanks', { name: ' \u2003 ' }, 'Write a name.'],
      ['a site of 300 characters', { site: `a.example/${'x'.repeat(300)}` }, 'not a web address'],
      ['a site that is a script', { site: 'javascript:alert(1)' }, 'not a web address'],
      ['a site with a password', { site: 'https://user:pass@a.example' }, 'not a web address'],
      ['a text of 5,001 characters', { text: 'x'.repeat(5001) }, '5001 characters'],
      ['a text of controls alone', { text: '\u0000\u0001\u202e' }, 'Write a comment.'],
      ['four links', { text: 'https://a.example '.repeat(4) }, 'too many links'],
      ['an unknown parent', { parent: '../../etc/passwd' }, 'not there any more'],
      ['a filled trap', { homepage: 'https://spam.example' }, 'should be empty'],
      ['no token', { token: '' }, 'more than a day old'],
      ['a forged token', { token: 'opening-the-gates~zzzz.forged' }, 'more than a day old'],
      ['a token of 50,000 dots', { token: '.'.repeat(50_000) }, 'more than a day old'],
    ] as const) {
      test(`${what} gets a clear message, and the form keeps its values`, async ({ request }) => {
        const form: Record<string, string> = { ...(await goodForm(request)), ...wrong }
        const answer = await request.post(COMMENTS, { form })
        const html = await answer.text()
        expect(answer.status()).toBe(422)
        expect(html).toContain(words)
        expect(html).toContain(`value="${form.name?.trim()}"`)
        expect(html).toContain(
          form.text?.startsWith('\u0000') ? '</textarea>' : `${form.text?.trim()}</textarea>`,
        )
      })
    }

    const URLENCODED = 'application/x-www-form-urlencoded'
    for (const [what, type, body, status, words] of [
      ['JSON', 'application/json', '{"name":"x"}', 400, 'not what a form sends'],
      ['plain text', 'text/plain', 'name=x', 400, 'not what a form sends'],
      ['broken parts', 'multipart/form-data; boundary=x', '--y\r\nhello', 400, 'not what a form sends'],
      ['no boundary', 'multipart/form-data', 'hello', 400, 'not what a form sends'],
      ['nothing', URLENCODED, '', 422, 'Write a name.'],
      ['a megabyte', URLENCODED, `name=${'x'.repeat(1_000_000)}`, 413, 'far too long'],
      ['bytes that are no UTF-8', URLENCODED, 'name=%FF%FE%C0%80&text=%ED%A0%80', 422, 'more than a day old'],
      ['broken percents', URLENCODED, 'name=%&text=%zz', 422, 'more than a day old'],
      ['another encoding', `${URLENCODED}; charset=utf-16`, 'n\0a\0m\0e\0=\0x\0', 422, 'Write a name.'],
      ['a file instead of a text', 'multipart/form-data; boundary=x', FILE_AS_TEXT, 422, 'Write a comment.'],
    ] as const) {
      test(`${what} is rejected with a message`, async ({ request }) => {
        const answer = await request.post(COMMENTS, { headers: { 'content-type': type }, data: body })
        expect(await answer.text()).toContain(words)
        expect(answer.status()).toBe(status)
      })
    }

    test('requests from other sites are rejected', async ({ request }) => {
      const form = { kind: 'like', name: 'x', text: 'y', email: 'a@b.example', csrf: 'x' }
      const others: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of others) {
        for (const path of ['/api/likes/opening-the-gates', COMMENTS, '/api/subscribe'])
          expect((await request.post(path, { form, headers })).status(), path).toBe(403)
        for (const path of ['act', 'import', 'newsletter']) {
          const answer = await request.post(`/admin/${path}`, { form, headers, maxRedirects: 0 })
          expect(answer.headers().location, path).toBe('/admin')
        }
      }
    })

    test('forged requests get a message, never a server error', async ({ request }) => {
      const forged = 'abc.def'
      const asked = [
        request.get(`${COMMENTS}?edit=${forged}`),
        request.post(COMMENTS, { form: { edit: forged, action: 'delete' } }),
        request.post('/api/subscribe', { form: { confirm: forged } }),
        request.post('/api/subscribe', { form: { unsubscribe: forged } }),
        request.post('/admin/sign-in', {
          form: { token: forged },
          headers: { origin: siteUrl('responses') },
        }),
        request.post('/api/webmention', { form: { source: 'x', target: 'y' } }),
        request.post('/api/webmention', {
          form: { source: 'https://a.example/', target: 'https://lock-book.example/%E0%A4%A' },
        }),
        request.post('/admin/passkey', { data: { id: 'x' }, headers: { origin: siteUrl('responses') } }),
        request.get(`${OWN_PAGE}?page=-1&reply=%00&posted=${forged}`),
        request.get('/api/responses/no-such-post'),
        request.get('/api/likes/%00'),
      ]
      for (const answer of await Promise.all(asked)) {
        expect(answer.status(), answer.url()).toBeLessThan(500)
        expect((await answer.text()).length, answer.url()).toBeGreaterThan(5)
      }
      const closed = await request.post('/api/comments/winter-rules', { form: {} })
      expect(await closed.text()).toContain('closed')
    })

    test('a comment sent twice is stored once, and a script in any field does not run', async ({
      page,
      request,
    }) => {
      const form = {
        ...(await goodForm(request)),
        name: EVIL.slice(0, 80),
        text: `${EVIL} [x](javascript:alert(1))`,
      }
      const send = async () =>
        (await request.post(COMMENTS, { form, maxRedirects: 0 })).headers().location ?? ''
      const first = await send()
      expect(first).toContain('said=waiting')
      expect(await send()).toContain('said=again')
      const posted = new URL(first, siteUrl('responses')).searchParams.get('posted') ?? ''
      await page.goto(first)
      await expect(page.getByText('waits for the author’s approval')).toBeVisible()
      await expect(page).toHaveTitle(/^Responses/)
      expect(await page.locator('main script, main img').count()).toBe(0)
      await page.goto(
        `${OWN_PAGE}?${new URLSearchParams({ reply: EVIL, posted: EVIL, said: EVIL, page: EVIL })}`,
      )
      await expect(page).toHaveTitle(/^Responses/)
      expect(await page.locator('main script, main img').count()).toBe(0)
      const deleted = await request.post(COMMENTS, { form: { edit: posted, action: 'delete' } })
      expect(await deleted.text()).toContain('The comment is deleted.')
    })

    test('10,000 comments on one post are paginated', async ({ page, browser }) => {
      const context = await signInAuthor(browser, true)
      const admin = await context.newPage()
      await admin.goto(`${siteUrl('responses')}/admin`)
      const comments = Array.from({ length: 10_000 }, (_, number) => ({
        ...{ id: `import-${number}`, slug: 'winter-rules', parent: '', name: 'Ada', site: '' },
        ...{ text: `Remark ${number}`, html: '', state: 'approved', created: 1_700_000_000_000 + number },
        ...{ edited: 0, digest: `import ${number}` },
      }))
      const archive = {
        ...{ format: 'quire-responses', version: 1, exported: new Date(0).toISOString() },
        ...{ counts: [], comments, mentions: [], subscribers: [], deliveries: [] },
      }
      await admin.locator('input[type=file]').setInputFiles({
        name: 'responses.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(archive)),
      })
      await admin.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(admin.getByText('Imported.')).toBeVisible()
      await context.close()
      await page.goto('/api/responses/winter-rules?page=200')
      await expect(page.getByRole('heading', { name: '10000 comments' })).toBeVisible()
      await expect(page.getByText('Remark 9999')).toBeVisible()
      await expect(page.locator('.comment')).toHaveCount(50)
      await page.getByRole('link', { name: 'Earlier comments' }).click()
      await expect(page.getByText('Remark 9900')).toBeVisible()
    })
  })
}
