import { languageOf, stringsOf } from '@/app/_responses/language'
import { htmlResponse, responsesFiles, settings } from '@/app/_responses/serve'
import { htmlPage } from '@/components/responses/html-page'
import { privacyPage } from '@/components/responses/privacy-page'
import { blog } from '@/lib/blog/blog'
import { privacySections } from '@/lib/responses/privacy'

export const dynamic = 'force-dynamic'

/** What the enabled parts store of readers, for how long, and how it is erased. */
export function GET(): Response {
  const { site } = blog
  const lang = languageOf()
  const html = htmlPage({
    title: stringsOf().privacy.title,
    home: site.title,
    lang,
    stylesheet: responsesFiles().stylesheet,
    children: privacyPage(site, privacySections(settings(), lang), lang),
  })
  return htmlResponse(html, { cache: 'shared' })
}
