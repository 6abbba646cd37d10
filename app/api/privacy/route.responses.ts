import { htmlResponse, responsesFiles, settings } from '@/app/_responses/serve'
import { htmlPage } from '@/components/responses/html-page'
import { privacyPage } from '@/components/responses/privacy-page'
import { blog } from '@/lib/blog/blog'
import { privacySections } from '@/lib/responses/privacy'
import { privacyStrings } from '@/lib/strings/privacy'
import { RESPONSES_LANGUAGE } from '@/lib/strings/responses'

export const dynamic = 'force-dynamic'

/** What the enabled parts store of readers, for how long, and how it is erased. */
export function GET(): Response {
  const { site } = blog
  const html = htmlPage({
    title: privacyStrings.title,
    home: site.title,
    lang: RESPONSES_LANGUAGE,
    stylesheet: responsesFiles().stylesheet,
    children: privacyPage(site, privacySections(settings())),
  })
  return htmlResponse(html, { cache: 'shared' })
}
