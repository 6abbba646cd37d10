import { h } from 'hastscript'
import { languageOf, stringsOf } from '@/app/_responses/language'
import { htmlResponse, responsesFiles, serve, settings } from '@/app/_responses/serve'
import { showMessage } from '@/app/_responses/show-responses'
import { htmlFragment, htmlPage } from '@/components/responses/html-page'
import { blog } from '@/lib/blog/blog'
import { printable } from '@/lib/model/printable'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { readForm } from '@/lib/responses/http/read-form'
import { mailServer, openMailer } from '@/lib/responses/mail/mail'
import {
  confirmSubscription,
  forgetUnconfirmed,
  readEmail,
  requestSubscription,
  subscriberLink,
  unsubscribe,
} from '@/lib/responses/newsletter/subscribers'
import { isWithinLimit } from '@/lib/responses/readers/limits'
import { dayOf, readerOf } from '@/lib/responses/readers/reader'
import type { Responses } from '@/lib/responses/responses'
import type { ResponseStrings } from '@/lib/strings/responses'

export const dynamic = 'force-dynamic'

/** The form to subscribe; with a signed token, the button to confirm or to unsubscribe. Opening it changes nothing. */
export async function GET(request: Request): Promise<Response> {
  if (!settings().newsletter) return show(stringsOf().problems.wrongLink, 404)
  const query = new URL(request.url).searchParams
  for (const purpose of ['confirm', 'unsubscribe'] as const) {
    const token = query.get(purpose)
    if (token !== null) return page(mail()[purpose], button(purpose, token))
  }
  return page(mail().title, form(''))
}

/**
 * `email` requests a subscription; `confirm` and `unsubscribe` with their tokens change it. The button of a mail
 * program posts to the same URL with the token in it (RFC 8058), without a page of ours: the token is the only
 * authorization.
 */
export async function POST(request: Request): Promise<Response> {
  const newsletter = settings().newsletter
  if (!newsletter) return show(stringsOf().problems.wrongLink, 404)
  const sent = await readForm(request, 5000)
  if (sent.outcome !== 'form') return show(stringsOf().problems.wrongType, 400)
  const responses = await serve()
  const { store, signer } = responses
  const query = new URL(request.url).searchParams
  const token = (name: string) => sent.fields.get(name) ?? query.get(name)

  const leaving = token('unsubscribe')
  if (leaving !== null) {
    const id = signer.read('unsubscribe', leaving)
    if (id === undefined) return show(stringsOf().problems.wrongLink, 404)
    await unsubscribe(store, id)
    return show(mail().unsubscribed, 200)
  }
  if (!isOwnRequest(request)) return show(stringsOf().problems.notHere, 403)
  const confirming = token('confirm')
  if (confirming !== null) {
    const id = signer.read('confirm', confirming)
    if (id === undefined || !(await confirmSubscription(store, id, Date.now())))
      return show(stringsOf().problems.wrongLink, 404)
    return show(mail().confirmed, 200)
  }
  return ask(
    responses,
    request,
    sent.fields.get('email') ?? '',
    sent.fields.get('homepage') ?? '',
    newsletter.from,
  )
}

async function ask(
  { store, signer, hashes }: Responses,
  request: Request,
  typed: string,
  trap: string,
  from: string,
): Promise<Response> {
  const email = readEmail(typed)
  if (!email || trap !== '') {
    const problem = trap === '' ? stringsOf().problems.wrongEmail : stringsOf().problems.trap
    return page(mail().title, form(typed, problem), 422)
  }
  const url = mailServer()
  if (!url) return show(mail().noServer, 503)
  const now = Date.now()
  const network = await hashes.hash({ ...readerOf(request.headers), agent: '' }, 'subscribe', dayOf(now))
  const address = await hashes.hash({ network: email, agent: '', isBot: false }, 'subscribe', dayOf(now))
  const mayAsk =
    (await isWithinLimit(store.db, network, { count: 10, window: 3600 }, now)) &&
    (await isWithinLimit(store.db, address, { count: 3, window: 86_400 }, now))
  if (!mayAsk) return page(mail().title, form(typed, stringsOf().problems.tooMany), 429)
  await forgetUnconfirmed(store, now)
  const subscriber = await requestSubscription(store, email, now)
  // The answer is the same for existing subscribers, so that it does not reveal who subscribes.
  if (subscriber) {
    const link = subscriberLink(signer, blog.site.url, 'confirm', subscriber.id)
    const mailer = openMailer(url)
    try {
      await mailer.send({
        from,
        to: email,
        subject: mail().confirmSubject(blog.site.title),
        text: `${mail().confirmText(blog.site.title)}\n\n${link}\n\n${mail().confirmIgnore}\n`,
        html: htmlFragment([
          h('p', mail().confirmText(blog.site.title)),
          h('p', h('a', { href: link }, link)),
          h('p', mail().confirmIgnore),
        ]),
      })
    } catch (error) {
      console.error(
        printable(
          `The e-mail to confirm a subscription was not sent: ${error instanceof Error ? error.message : error}`,
        ),
      )
      return page(mail().title, form(typed, mail().notSent), 502)
    } finally {
      mailer.close()
    }
  }
  return show(mail().asked, 200)
}

function form(value: string, problem?: string) {
  return [
    ...(problem ? [h('p', { className: ['problems'], role: 'alert' }, problem)] : []),
    h('form', { className: ['write'], action: '/api/subscribe', method: 'post' }, [
      h('label', [
        mail().email,
        h('input', { name: 'email', type: 'email', autoComplete: 'email', required: true, value }),
      ]),
      h('label', { className: ['trap'], ariaHidden: 'true' }, [
        stringsOf().trap,
        h('input', { name: 'homepage', tabIndex: -1, autoComplete: 'off' }),
      ]),
      h('p', { className: ['hint'] }, [
        mail().about,
        ' ',
        h('a', { href: '/api/privacy' }, stringsOf().privacy.title),
      ]),
      h('button', { type: 'submit' }, mail().subscribe),
    ]),
  ]
}

function button(purpose: 'confirm' | 'unsubscribe', token: string) {
  return [
    h('form', { action: '/api/subscribe', method: 'post' }, [
      h('input', { type: 'hidden', name: purpose, value: token }),
      h('button', { type: 'submit' }, mail()[purpose]),
    ]),
  ]
}

function page(title: string, children: ReturnType<typeof form>, status = 200): Response {
  const { stylesheet } = responsesFiles()
  const { title: home } = blog.site
  return htmlResponse(htmlPage({ title, home, lang: languageOf(), stylesheet, children }), { status })
}

function show(text: string, status: number): Response {
  return showMessage(mail().title, text, status, languageOf())
}

function mail(): ResponseStrings['mail'] {
  return stringsOf().mail
}
