import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PrivacySection, PrivacySite } from '@/lib/responses/privacy'
import { responseStringsFor } from '@/lib/strings/responses'

/** What is stored of readers, one section per part. */
export function privacyPage(
  site: PrivacySite,
  sections: readonly PrivacySection[],
  lang: string,
): ElementContent[] {
  const say = responseStringsFor(lang).privacy
  return [
    h('p', say.intro(site.title)),
    ...sections.flatMap(({ heading, stored, kept, erased }) => [
      h('h2', heading),
      h('dl', [
        ...[h('dt', say.stored), h('dd', stored)],
        ...[h('dt', say.kept), h('dd', kept)],
        ...[h('dt', say.erased), h('dd', erased)],
      ]),
    ]),
    h('p', say.ask(site.author.name)),
    h('p', say.server),
  ]
}
