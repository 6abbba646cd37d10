import type { ResponsesSettings } from '../model/document'
import { responseStringsFor } from '../strings/responses'

/** What one part of responses stores, for how long, and how it is erased. */
export interface PrivacySection {
  heading: string
  stored: string
  kept: string
  erased: string
}

/** What the site stores of its readers: one section per enabled part, in the order of site.yaml. */
export function privacySections(settings: ResponsesSettings, lang: string): PrivacySection[] {
  const say = responseStringsFor(lang).privacy
  const { likes, views, comments, webmentions, newsletter } = settings
  const sections: PrivacySection[] = []
  if (likes || views)
    sections.push({
      heading: say.reactions(likes, views),
      stored: say.reactionsStored,
      kept: say.reactionsKept,
      erased: likes ? say.reactionsErased : say.limitsErased,
    })
  if (comments)
    sections.push({
      heading: say.comments,
      stored: comments.approve === 'all' ? `${say.commentsStored} ${say.commentsHeld}` : say.commentsStored,
      kept: say.commentsKept,
      erased: say.commentsErased,
    })
  if (webmentions)
    sections.push({
      heading: say.mentions,
      stored: say.mentionsStored,
      kept: say.mentionsKept,
      erased: say.mentionsErased,
    })
  if (newsletter)
    sections.push({
      heading: say.newsletter,
      stored: say.newsletterStored,
      kept: say.newsletterKept,
      erased: say.newsletterErased,
    })
  sections.push({
    heading: say.limits,
    stored: say.limitsStored,
    kept: say.limitsKept,
    erased: say.limitsErased,
  })
  return sections
}

/** The same as a page in Markdown, for an author who wants to publish it in their own words. */
export function privacyMarkdown(site: PrivacySite, settings: ResponsesSettings): string {
  const say = responseStringsFor(site.language).privacy
  const sections = privacySections(settings, site.language).map(
    ({ heading, stored, kept, erased }) =>
      `## ${heading}\n\n- **${say.stored}:** ${stored}\n- **${say.kept}:** ${kept}\n- **${say.erased}:** ${erased}\n`,
  )
  return [
    `---\ntitle: ${say.title}\n---\n`,
    `${say.intro(site.title)}\n`,
    ...sections,
    `${say.ask(site.author.name)}\n\n${say.server}\n`,
  ].join('\n')
}

/** What the page says about the site itself. */
export interface PrivacySite {
  title: string
  /** BCP 47. */
  language: string
  author: { name: string }
}
