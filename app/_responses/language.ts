import { blog } from '@/lib/blog/blog'
import { interfaceLanguage } from '@/lib/strings'
import { type ResponseStrings, responseLanguage, responseStringsFor } from '@/lib/strings/responses'

/**
 * The language in which a page of responses speaks: that of the post, else of the site, else English.
 * @param post absent for pages that belong to none
 */
export function languageOf(post?: { lang: string }): string {
  const { language } = blog.site
  return responseLanguage(post ? interfaceLanguage(post.lang, language) : language)
}

/** The strings in that language. */
export function stringsOf(post?: { lang: string }): ResponseStrings {
  return responseStringsFor(languageOf(post))
}
