import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { readBodyFacts } from '../../../../lib/blog/body/body-facts'
import { renderMarkdown } from '../../../../lib/markdown/render'

describe('facts of a text', () => {
  test('connect each note to its first mention, and to the note before it', async () => {
    const { html } = await renderMarkdown('One.[^b] Two.[^a] One again.[^b]\n\n[^a]: A\n[^b]: B\n')
    const { noteAnchors } = readBodyFacts(fromHtml(html, { fragment: true }))
    expect([...noteAnchors].map(([{ tagName }, anchors]) => [tagName, anchors])).toEqual([
      ['a', { own: '--mention-1' }],
      ['a', { own: '--mention-2' }],
      ['li', { own: '--note-1', mention: '--mention-1' }],
      ['li', { own: '--note-2', mention: '--mention-2', previous: '--note-1' }],
    ])
  })

  test('do not mistake a list inside a note for a note', async () => {
    const { html } = await renderMarkdown('One.[^1]\n\n[^1]: A\n\n    - x\n    - y\n\n    1. z\n')
    const { noteAnchors } = readBodyFacts(fromHtml(html, { fragment: true }))
    expect([...noteAnchors.keys()].map(({ tagName }) => tagName)).toEqual(['a', 'li'])
  })

  test('count the pictures, and know which are inside links', () => {
    const body = fromHtml('<p><a href="/"><em><img src="a"></em></a><img src="b"></p>', { fragment: true })
    expect([...readBodyFacts(body).pictures.values()]).toEqual([
      { number: 1, isLinked: true },
      { number: 2, isLinked: false },
    ])
  })
})
