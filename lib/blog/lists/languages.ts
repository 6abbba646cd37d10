/**
 * The languages that have separate lists, and the prefix of the URLs of those lists. The site's own language has none
 * (`/tags`), every other one its code (`/de/tags`). A blog of one language has one row.
 * @param languages of all published posts, BCP 47
 * @param siteLanguage of site.yaml; where no post has it, the most frequent language is the main one
 * @returns prefixes by what `listLanguage` returns; the main language first, the others by their number of posts
 */
export function prefixesOf(languages: readonly string[], siteLanguage: string): Map<string, string> {
  const counts = new Map<string, number>()
  for (const lang of languages.map(listLanguage)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([lang]) => lang)
  const own = listLanguage(siteLanguage)
  const main = counts.has(own) ? own : (byCount[0] ?? own)
  return new Map(
    [main, ...byCount.filter((lang) => lang !== main)].map((lang) => [lang, lang === main ? '' : `/${lang}`]),
  )
}

/** What decides in which lists a post is: `en` for `en-GB`, but both scripts of Chinese. */
export function listLanguage(lang: string): string {
  const found = known.get(lang) ?? findLanguage(lang)
  known.set(lang, found)
  return found
}

/** A blog has thousands of posts and a handful of languages. */
const known = new Map<string, string>()

function findLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize()
  return (language === 'zh' && script === 'Hant' ? 'zh-Hant' : language).toLowerCase()
}
