import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ChangeList } from '@/components/lists/change-list'
import type { PreviewChanges } from '@/lib/blog/changes'

const changes: PreviewChanges = {
  since: { branch: 'main' },
  documents: [
    { change: 'new', title: 'Tides', file: 'content/posts/tides.md', url: '/posts/tides' },
    { change: 'removed', title: 'Ropes & <knots>', file: 'content/posts/ropes.md' },
  ],
  others: ['content/site.yaml'],
}

describe('the changes of a branch', () => {
  test('link to each page, and name changes without a page', () => {
    const html = renderToStaticMarkup(<ChangeList changes={changes} lang="en" />)
    expect(html).toContain('Compared with main.')
    expect(html).toMatch(/New<\/h2><ul><li><a href="\/posts\/tides">Tides<\/a>/)
    expect(html).toMatch(/Removed<\/h2><ul><li>Ropes &amp; &lt;knots&gt; <code>content\/posts\/ropes\.md/)
    expect(html).not.toContain('Edited')
    expect(html).toContain('content/site.yaml')
  })

  test.each([
    ['nobody knows', undefined, /no Git history/],
    ['there are none', { ...changes, documents: [], others: [] }, /Nothing in the content folder/],
    ['the clone is shallow', { ...changes, since: { commits: 9 } }, /the last 9\./],
  ])('say so if %s', (_, given, says) => {
    expect(renderToStaticMarkup(<ChangeList changes={given} lang="en" />)).toMatch(says)
  })
})
