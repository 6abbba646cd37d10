import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { type CommentForm, MAX_NAME, MAX_SITE, MAX_TEXT } from '@/lib/responses/comments/check-comment'
import { responseStringsFor } from '@/lib/strings/responses'

/** The form of a comment, with the typed values and their problems. */
export function commentForm({
  action,
  token,
  form,
  problems,
  answered,
  hidden = {},
  approve,
  work,
  lang,
}: Props): ElementContent {
  const say = responseStringsFor(lang)
  return h('form', { className: ['write'], id: 'write', action, method: 'post' }, [
    h('h3', answered ? say.replyTo(answered.name) : say.write),
    ...(problems.length > 0
      ? [
          h('div', { className: ['problems'], role: 'alert', tabIndex: -1, dataFocus: '' }, [
            h('p', say.problems.heading),
            h(
              'ul',
              problems.map((problem) => h('li', problem)),
            ),
          ]),
        ]
      : []),
    ...Object.entries({ token, parent: form.parent, ...hidden }).map(([name, value]) =>
      h('input', { type: 'hidden', name, value }),
    ),
    field(say.name, {
      name: 'name',
      value: form.name,
      autoComplete: 'name',
      required: true,
      maxLength: MAX_NAME,
    }),
    field(say.site, {
      name: 'site',
      value: form.site,
      autoComplete: 'url',
      inputMode: 'url',
      maxLength: MAX_SITE,
    }),
    // The label is not around the field, because then the typed text would be part of its name.
    h('label', { htmlFor: 'comment-text' }, say.text),
    h(
      'textarea',
      { id: 'comment-text', name: 'text', rows: 6, required: true, maxLength: MAX_TEXT, dir: 'auto' },
      form.text,
    ),
    h('p', { className: ['hint'] }, say.textHint),
    // Hidden by the style sheet, but in the page: programs that fill in every field fill in this one.
    h('label', { className: ['trap'], ariaHidden: 'true' }, [
      say.trap,
      h('input', { name: 'homepage', tabIndex: -1, autoComplete: 'off' }),
    ]),
    ...(work
      ? [
          h('input', {
            type: 'hidden',
            name: 'work',
            autoComplete: 'off',
            dataChallenge: `${action}?challenge`,
            dataWork: work,
          }),
          // The script removes it.
          h('p', { className: ['problems'], dataNeedsScript: '' }, say.needsScript),
        ]
      : []),
    h('p', [
      h('button', { type: 'submit' }, say.send),
      approve ? h('span', { className: ['hint'] }, say.approval) : '',
    ]),
  ])
}

function field(label: string, properties: Record<string, string | number | boolean>): ElementContent {
  return h('label', [label, h('input', { dir: 'auto', ...properties })])
}

interface Props {
  /** Of the page that it is on. */
  lang: string
  action: string
  token: string
  form: CommentForm
  problems: readonly string[]
  /** The comment it replies to. */
  answered?: { name: string }
  hidden?: Record<string, string>
  /** The author sees comments first. */
  approve: boolean
  /** URL of the script that solves a challenge, if the form needs a solution. */
  work?: string
}
