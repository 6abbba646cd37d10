import type { ElementContent } from 'hast'
import { htmlPage } from '@/components/responses/html-page'
import { blog } from '@/lib/blog/blog'
import { ADMIN_LANGUAGE, adminStrings } from '@/lib/strings/admin'
import { htmlResponse, responsesFiles, seeOther } from './serve'

/** A page for the author. Never cached. */
export function adminPage(children: ElementContent[], status = 200): Response {
  const { stylesheet, adminScript } = responsesFiles()
  return htmlResponse(
    htmlPage({
      title: adminStrings.title,
      home: blog.site.title,
      lang: ADMIN_LANGUAGE,
      stylesheet,
      scripts: [adminScript],
      children,
    }),
    { status },
  )
}

/** Redirects to the sign-in page if nobody is signed in or the form was not ours. */
export function refuseAuthor(): Response {
  return seeOther('/admin')
}
