import { after } from 'next/server'
import { serveOwnForm } from '@/app/_responses/admin'
import { refuseAuthor } from '@/app/_responses/admin-page'
import { seeOther, settings } from '@/app/_responses/serve'
import { blog } from '@/lib/blog/blog'
import { printable } from '@/lib/model/printable'
import { isOwnForm } from '@/lib/responses/admin/sessions'
import { readForm } from '@/lib/responses/http/read-form'
import { mailServer, openMailer } from '@/lib/responses/mail/mail'
import { sendNewsletter } from '@/lib/responses/newsletter/send-newsletter'

export const dynamic = 'force-dynamic'

/** Sends a post to all subscribers who have not received it, in batches, after the response. Pressing the button again continues. */
export async function POST(request: Request): Promise<Response> {
  const author = await serveOwnForm(request)
  const form = await readForm(request)
  if (!author || form.outcome !== 'form') return refuseAuthor()
  if (!isOwnForm(author.session, form.fields.get('csrf') ?? '')) return refuseAuthor()
  const url = mailServer()
  const from = settings().newsletter?.from
  const post = await blog.getPost(form.fields.get('slug') ?? '')
  if (!url || !from || !post) return seeOther('/admin?said=noMail')
  after(async () => {
    const mailer = openMailer(url)
    try {
      const { url: origin, title } = blog.site
      for (let left = 1; left > 0; ) {
        const report = await sendNewsletter(author, post, {
          from,
          origin,
          title,
          limit: BATCH,
          send: mailer.send,
        })
        for (const { email, reason } of report.failed)
          console.error(printable(`Newsletter to ${email}: ${reason}`))
        left = report.left
      }
    } finally {
      mailer.close()
    }
  })
  return seeOther('/admin?said=sending')
}

const BATCH = 50
