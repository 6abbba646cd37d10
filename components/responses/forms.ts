import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { adminStrings } from '@/lib/strings/admin'

const say = adminStrings

export function newsletterForm(csrf: string, { posts, waiting }: NewsletterChoice): ElementContent {
  return h('form', { action: '/admin/newsletter', method: 'post' }, [
    hidden('csrf', csrf),
    h('label', [
      say.newsletter,
      h(
        'select',
        { name: 'slug' },
        posts.map(({ slug, title }) => h('option', { value: slug }, title)),
      ),
    ]),
    h('p', { className: ['hint'] }, waiting),
    h('button', { type: 'submit' }, say.sendNewsletter),
  ])
}

/** Buttons for the actions on one entry. */
export function actionForm(csrf: string) {
  return (actions: [action: string, id: string, label: string][]): ElementContent =>
    h(
      'div',
      { className: ['actions'] },
      actions.map(([action, id, label]) =>
        h('form', { action: '/admin/act', method: 'post' }, [
          hidden('csrf', csrf),
          hidden('id', id),
          h('button', { type: 'submit', name: 'action', value: action }, label),
        ]),
      ),
    )
}

export function hidden(name: string, value: string): ElementContent {
  return h('input', { type: 'hidden', name, value })
}

/** Nothing if there are no rows. */
export function table(head: string[], rows: string[][]): ElementContent {
  if (rows.length === 0) return { type: 'text', value: '' }
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        head.map((cell) => h('th', cell)),
      ),
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          row.map((cell) => h('td', cell)),
        ),
      ),
    ),
  ])
}

/** What the author can send. */
export interface NewsletterChoice {
  posts: { slug: string; title: string }[]
  /** How many e-mails are still to be sent, as a sentence. */
  waiting: string
}
