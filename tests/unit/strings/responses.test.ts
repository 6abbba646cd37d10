import { describe, expect, test } from 'vitest'
import { htmlFragment, htmlPage } from '@/components/responses/html-page'
import { responseList } from '@/components/responses/response-list'
import { stringsFor } from '@/lib/strings'
import { responseLanguage, responseStringsFor } from '@/lib/strings/responses'

const LANGUAGES = ['de', 'es', 'fr', 'pt', 'zh', 'ja', 'ar']
/** Called with a number. */
const COUNTED = new Set(['likes', 'views', 'comments'])

/** Words that are the same in another language. */
const SAME_IN_SOME = new Set([
  ...['name', 'page', 'save', 'mail.title', 'privacy.mentions', 'privacy.newsletter', 'privacy.comments'],
])

const english = flatten(responseStringsFor('en'))

describe('what readers see of responses', () => {
  test.each(LANGUAGES)('is translated into %s wherever the interface is', (lang) => {
    expect(stringsFor(lang)).not.toBe(stringsFor('en'))
    expect(responseLanguage(`${lang}-XX`)).toBe(`${lang}-XX`)
    const strings = flatten(responseStringsFor(lang))
    expect([...strings.keys()]).toEqual([...english.keys()])
    const same = [...strings].filter(([key, text]) => text === english.get(key)).map(([key]) => key)
    expect(same.filter((key) => !SAME_IN_SOME.has(key))).toEqual([])
  })

  test.each(LANGUAGES)('says in %s all that the English says', (lang) => {
    for (const [key, text] of flatten(responseStringsFor(lang))) {
      const said = (english.get(key) ?? '').match(/<\w+>|\d\d+|https?:\S+?com/g) ?? []
      expect({ key, said: said.filter((part) => !text.includes(part)) }).toEqual({ key, said: [] })
    }
  })

  test('counts in Arabic by the plural rules of Arabic', () => {
    const { comments } = responseStringsFor('ar')
    expect([1, 2, 5, 11, 100].map(comments)).toEqual([
      'تعليق واحد',
      'تعليقان',
      '5 تعليقات',
      '11 تعليقًا',
      '100 تعليق',
    ])
  })

  test('is English in a language without a translation, and says so', () => {
    expect(responseLanguage('fi')).toBe('en')
    expect(responseStringsFor('fi')).toBe(responseStringsFor('en'))
  })

  test('is in the language of the page: the form, what is wrong with it, and the links below', () => {
    const html = htmlFragment(responseList(view('de', [responseStringsFor('de').problems.noName])))
    for (const text of [
      'Noch keine Kommentare',
      'Geben Sie einen Namen ein',
      'Senden',
      'Was diese Website speichert',
    ])
      expect(html).toContain(text)
    expect(html).not.toMatch(/\b(?:Write|Send|Comment|Feed of)\b/)
  })

  test('is on a page from right to left in Arabic', () => {
    const page = htmlPage({
      ...{ title: 'ت', home: 'h', stylesheet: '/a.css', lang: 'ar' },
      children: responseList(view('ar', [])),
    })
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('اكتب تعليقًا')
  })
})

/** Each string by its key; functions are called with the names of their parameters. */
function flatten(strings: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(strings).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'string') return [[prefix + key, value]]
      if (typeof value !== 'function') return [...flatten(value, `${prefix}${key}.`)]
      const args = key === 'reactions' ? [true, true] : ['<first>', '<second>'].slice(0, value.length)
      return [[prefix + key, COUNTED.has(key) ? value(12) : value(...args)]]
    }),
  )
}

function view(lang: string, problems: string[]) {
  return {
    ...{ slug: 'a', lang, likes: true, mentions: [], newsletter: true },
    counts: { text: '', liked: false },
    comments: {
      list: { threads: [], total: 0, pages: 1 },
      page: 1,
      form: {
        ...{ token: 't', problems, approve: true },
        form: { name: '', site: '', text: '', parent: '' },
      },
    },
  }
}
