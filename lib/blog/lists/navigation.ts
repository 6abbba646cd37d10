import type { Site } from '../../model/document'
import { stringsFor } from '../../strings'

/**
 * The author's navigation on a page in another language: the lists become those of that language, under their names in
 * it. What the author linked otherwise stays as it is.
 * @param language of the interface, BCP 47
 * @param prefix of the URLs of the lists: empty in the main language
 */
export function localizeNavigation(site: Pick<Site, 'language' | 'nav'>, { language, prefix }: Section) {
  const names = localizedNames(language)
  return site.nav.map(({ label, href }) => {
    const name = names.get(href)
    if (name === undefined || prefix === '') return { label, href }
    return {
      label: language === site.language ? label : name,
      href: href === '/' ? prefix : `${prefix}${href}`,
    }
  })
}

/** The names of the lists that exist in every language. */
function localizedNames(language: string): Map<string, string> {
  const { home, posts, tags, feed } = stringsFor(language)
  return new Map([
    ['/', home],
    ['/posts', posts],
    ['/tags', tags],
    ['/rss.xml', feed],
  ])
}

interface Section {
  language: string
  prefix: string
}
