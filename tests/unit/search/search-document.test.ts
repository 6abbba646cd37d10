import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'
import { readSections } from '@/lib/search/search-document'

test('reads sections with their anchors, and no text twice', async () => {
  const { html } = await renderMarkdown(
    'Intro *text*.[^1]\n\n## A & b\n\n- one\n- two\n\n  more\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```js\nlet a\n```\n\n### Deep\n\nE is $x^2$ here.\n\n[^1]: A note.\n',
  )
  const sections = readSections(fromHtml(html, { fragment: true }))
  expect(sections.slice(0, 3)).toEqual([
    { heading: '', text: 'Intro text.' },
    { id: 'a--b', heading: 'A & b', text: 'one two more x y 1 2 let a' },
    { id: 'deep', heading: 'Deep', text: 'E is here.' },
  ])
  expect(sections.map(({ text }) => text).join(' ')).toContain('A note.')
})

test('reads text beside blocks too: items with a list below them, captions, and plain HTML', async () => {
  const { html } = await renderMarkdown(
    '- outer *words*\n  - inner\n- [linked](/a)\n  - deep\n\n<div>before <p>inside</p> after</div>\n\n<figure><img src="a.png" alt=""><caption>A caption.</caption></figure>\n\n<center>cen<b>tered</b></center>\n\none<br>two <ruby>新<rt>しん</rt>幹<rt>かん</rt>線</ruby>\n',
  )
  expect(readSections(fromHtml(html, { fragment: true }))).toEqual([
    {
      heading: '',
      text: 'outer words inner linked deep before inside after A caption. centered one two 新幹線',
    },
  ])
})
