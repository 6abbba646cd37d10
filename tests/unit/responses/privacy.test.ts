import { describe, expect, test } from 'vitest'
import type { ResponsesSettings } from '@/lib/model/document'
import { privacyMarkdown, privacySections } from '@/lib/responses/privacy'

const off: ResponsesSettings = { likes: false, views: false, webmentions: false }
const site = { title: 'The lock book', language: 'en', author: { name: 'Ada' } }
const comments = { approve: 'all', links: 3, proofOfWork: false } as const

describe('what the site says it stores', () => {
  test.each([
    [{ ...off, likes: true }, ['Likes', 'Protection against floods']],
    [{ ...off, views: true }, ['Views', 'Protection against floods']],
    [{ ...off, likes: true, views: true }, ['Likes and views', 'Protection against floods']],
    [{ ...off, comments }, ['Comments', 'Protection against floods']],
    [
      { ...off, webmentions: true, newsletter: { from: 'a@b.example' } },
      ['Webmentions', 'Newsletter', 'Protection against floods'],
    ],
  ] as const)('is about what is on: %j', (settings, headings) => {
    expect(privacySections(settings, 'en').map(({ heading }) => heading)).toEqual(headings)
  })

  test('mentions approval only if comments need it', () => {
    const stored = (approve: 'all' | 'none') =>
      privacySections({ ...off, comments: { ...comments, approve } }, 'en')[0]?.stored
    expect(stored('all')).toContain('reads a comment before')
    expect(stored('none')).not.toContain('reads a comment before')
  })

  test('is also available as Markdown', () => {
    const page = privacyMarkdown(site, { ...off, comments })
    expect(page).toMatch(/^---\ntitle: What this site stores\n---\n/)
    expect(page).toContain('## Comments\n\n- **Stored:** The name')
    expect(page).toContain('Ada can see and erase')
  })

  test('is in the language of the site', () => {
    const page = privacyMarkdown({ ...site, language: 'de-AT' }, { ...off, comments })
    expect(page).toMatch(/^---\ntitle: Was diese Website speichert\n---\n/)
    expect(page).toContain('## Kommentare\n\n- **Gespeichert:** Der Name')
  })
})
