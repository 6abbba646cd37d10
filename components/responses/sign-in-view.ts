import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { adminStrings } from '@/lib/strings/admin'

const say = adminStrings

/** The page on which the author signs in: with a passkey, or with a link from a command or an e-mail. */
export function signInView({ hasMail }: { hasMail: boolean }): ElementContent[] {
  return [
    h('p', say.signInText),
    h('pre', h('code', 'npm run admin')),
    h('p', h('button', { type: 'button', hidden: true, dataPasskey: 'sign-in' }, say.signInPasskey)),
    h('p', { className: ['problems'], role: 'alert', dataPasskeyError: '' }),
    ...(hasMail
      ? [
          h('form', { action: '/admin/mail', method: 'post' }, [
            h('button', { type: 'submit' }, say.mailLink),
          ]),
        ]
      : []),
  ]
}

/** The page that a sign-in link opens: nothing happens before the button is pressed. */
export function linkView(token: string): ElementContent[] {
  return [
    h('form', { action: '/admin/sign-in', method: 'post' }, [
      h('input', { type: 'hidden', name: 'token', value: token }),
      h('button', { type: 'submit' }, say.signIn),
    ]),
  ]
}
