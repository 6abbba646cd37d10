import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { formatDate } from '@/lib/dates'
import type { CommentRow, MentionRow, SubscriberRow } from '@/lib/responses/store/schema'
import { adminStrings } from '@/lib/strings/admin'
import { oneComment } from './comment-list'
import { actionForm, hidden, type NewsletterChoice, newsletterForm, table } from './forms'

export const say = adminStrings

/** Everything the author can see and decide, as plain forms. */
export function dashboardView(view: Dashboard): ElementContent[] {
  const form = actionForm(view.csrf)
  return [
    ...(view.notice ? [h('p', { className: ['notice'], role: 'status' }, view.notice)] : []),
    h('h2', say.waiting(view.waiting.length + view.mentions.length)),
    ...view.waiting.flatMap((comment) => [
      oneComment(comment, '', view.lang, postLink(comment.slug)),
      form([
        ['approve', comment.id, say.approve],
        ['spam', comment.id, say.spam],
        ['erase', comment.id, say.erase],
      ]),
    ]),
    ...view.mentions.flatMap((mention) => [
      h('article', { className: ['comment'] }, [
        h('header', [
          h('b', { dir: 'auto' }, mention.author || new URL(mention.source).host),
          h('span', { className: ['hint'] }, [` ${mention.kind} · `, postLink(mention.slug)]),
        ]),
        h('p', h('a', { href: mention.source, rel: 'nofollow noopener' }, mention.source)),
        ...(mention.text === '' ? [] : [h('p', { dir: 'auto' }, mention.text)]),
      ]),
      form([
        ['approve-mention', mention.id, say.approve],
        ['refuse-mention', mention.id, say.spam],
      ]),
    ]),
    h('h2', say.latest),
    ...view.latest.flatMap((comment) => [
      oneComment({ ...comment, state: 'waiting' }, '', view.lang, postLink(comment.slug)),
      form([
        ['hold', comment.id, say.hold],
        ['erase', comment.id, say.erase],
      ]),
    ]),
    h('h2', say.counts),
    table(
      [say.post, say.likes, say.views],
      view.counts.map(({ slug, like, view }) => [slug, String(like), String(view)]),
    ),
    h('h2', say.subscribers(view.subscribers.filter(({ state }) => state === 'confirmed').length)),
    table(
      [say.email, say.state, say.since],
      view.subscribers.map(({ email, state, created }) => [
        email,
        state === 'confirmed' ? say.confirmed : say.unconfirmed,
        formatDate(new Date(created).toISOString(), view.lang),
      ]),
    ),
    ...(view.newsletter ? [newsletterForm(view.csrf, view.newsletter)] : []),
    h('h2', say.blockList),
    h('form', { action: '/admin/act', method: 'post' }, [
      hidden('csrf', view.csrf),
      h('label', [say.blockListText, h('textarea', { name: 'words', rows: 4 }, view.blocked.join('\n'))]),
      h('button', { type: 'submit', name: 'action', value: 'block' }, say.save),
    ]),
    h('h2', say.data),
    h('p', h('a', { href: '/admin/export', download: 'responses.json' }, say.exportAll)),
    h('form', { action: '/admin/import', method: 'post', encType: 'multipart/form-data' }, [
      hidden('csrf', view.csrf),
      h('label', [
        say.importAll,
        h('input', { type: 'file', name: 'file', accept: 'application/json', required: true }),
      ]),
      h('button', { type: 'submit' }, say.import),
    ]),
    h('form', { action: '/admin/act', method: 'post' }, [
      hidden('csrf', view.csrf),
      h('label', [say.erasePerson, h('input', { name: 'who', required: true })]),
      h('button', { type: 'submit', name: 'action', value: 'erase-person' }, say.erase),
    ]),
    h('h2', say.access),
    h(
      'p',
      h('button', { type: 'button', hidden: true, dataPasskey: 'add', dataCsrf: view.csrf }, say.addPasskey),
    ),
    h('p', { className: ['problems'], role: 'alert', dataPasskeyError: '' }),
    ...view.passkeys.flatMap(({ id, name, created }) => [
      h('p', { className: ['hint'] }, `${name} — ${formatDate(new Date(created).toISOString(), view.lang)}`),
      form([['remove-passkey', id, say.remove]]),
    ]),
    ...view.sessions.flatMap(({ id, agent, seen, own }) => [
      h(
        'p',
        { className: ['hint'] },
        `${own ? `${say.thisBrowser} ` : ''}${agent} — ${formatDate(new Date(seen).toISOString(), view.lang)}`,
      ),
      form([['end-session', id, own ? say.signOut : say.endSession]]),
    ]),
  ]
}

function postLink(slug: string): ElementContent {
  return h('a', { href: `/posts/${slug}` }, slug)
}

export interface Dashboard {
  csrf: string
  lang: string
  notice?: string
  waiting: CommentRow[]
  latest: CommentRow[]
  mentions: MentionRow[]
  counts: { slug: string; like: number; view: number }[]
  subscribers: SubscriberRow[]
  newsletter?: NewsletterChoice
  blocked: string[]
  passkeys: { id: string; name: string; created: number }[]
  sessions: { id: string; agent: string; seen: number; own: boolean }[]
}
