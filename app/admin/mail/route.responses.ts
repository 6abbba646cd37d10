import { adminPage } from '@/app/_responses/admin-page'
import { serve, settings } from '@/app/_responses/serve'
import { showMessage } from '@/app/_responses/show-responses'
import { signInView } from '@/components/responses/sign-in-view'
import { blog } from '@/lib/blog/blog'
import { signInLink } from '@/lib/responses/admin/sign-in-link'
import { isOwnRequest } from '@/lib/responses/http/is-own-request'
import { mailServer, openMailer } from '@/lib/responses/mail/mail'
import { isWithinLimit } from '@/lib/responses/readers/limits'
import { ADMIN_LANGUAGE, adminStrings } from '@/lib/strings/admin'

export const dynamic = 'force-dynamic'

const say = adminStrings

/**
 * Sends a sign-in link to the author: to `ADMIN_EMAIL`, or else to the sender of the newsletter, never to another
 * address.
 */
export async function POST(request: Request): Promise<Response> {
  const url = mailServer()
  const from = settings().newsletter?.from
  if (!isOwnRequest(request) || !url || !from) return adminPage(signInView({ hasMail: false }), 403)
  const { store, signer } = await serve()
  const now = Date.now()
  if (!(await isWithinLimit(store.db, 'sign-in mail', { count: 5, window: 3600 }, now)))
    return showMessage(say.title, say.tooMany, 429, ADMIN_LANGUAGE)
  const mailer = openMailer(url)
  try {
    const text = `${signInLink(signer, blog.site.url, now)}\n`
    const to = process.env.ADMIN_EMAIL || from
    await mailer.send({ from, to, subject: say.mailSubject(blog.site.title), text, html: '' })
  } finally {
    mailer.close()
  }
  return showMessage(say.title, say.mailed, 200, ADMIN_LANGUAGE)
}
