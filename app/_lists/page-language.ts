import { blog } from '@/lib/blog/blog'
import type { Lists } from '@/lib/blog/lists/lists'
import { directionOf } from '@/lib/direction'

/**
 * The attributes of a list page whose language differs from the layout's. `lib/delivery` writes the same on `<html>`,
 * which the layout renders without knowing the page.
 */
export function pageLanguage({ language }: Pick<Lists, 'language'>): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (language === blog.site.language) return {}
  return { lang: language, dir: directionOf(language) ?? 'ltr' }
}

/** The same list in every language, for search engines. Nothing for a blog of one language. */
export function inEveryLanguage(url: (lists: Lists) => string) {
  return blog.listSections().map((lists) => ({ lang: lists.language, url: url(lists) }))
}
