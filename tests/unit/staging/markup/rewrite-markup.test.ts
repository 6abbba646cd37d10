import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'
import { joinMoves } from '@/lib/staging/markup/moved-lines'
import { rewriteMarkup } from '@/lib/staging/markup/rewrite-markup'

const render = async (markdown: string) => (await renderMarkdown(rewriteMarkup(markdown).body)).html

describe('containers', () => {
  test.each([
    [':::tip\nLow water.\n:::', 'tip', 'Tip'],
    ['::: warning Mind the tide\nLow water.\n:::', 'warning', 'Mind the tide'],
    [':::note[The "old" harbour]\nLow water.\n:::', 'note', 'The "old" harbour'],
    [':::danger{title="Rocks"}\nLow water.\n:::', 'danger', 'Rocks'],
    ['::: {.callout-note title="Pilots"}\nLow water.\n:::', 'note', 'Pilots'],
    [':::message\nLow water.\n:::', 'note', 'Note'],
    [':::message alert\nLow water.\n:::', 'warning', 'Warning'],
    ['::: lighthouse Keeper\nLow water.\n:::', 'lighthouse', 'Keeper'],
  ])('%j is a box', async (markdown, kind, title) => {
    const html = await render(markdown)
    expect(html).toContain(`data-kind="${kind}"`)
    expect(html).toMatch(new RegExp(`callout-title">${title}<`))
    expect(html).toContain('<p>Low water.</p>')
    expect(html).not.toContain(':::')
  })

  test('details are collapsed and can contain other boxes', async () => {
    const html = await render('::::details The harbour\n:::tip\nLow *water*.\n:::\n::::\n\nAfter')
    expect(html).toMatch(/<details><summary>The harbour<\/summary>\s*<aside class="callout" data-kind="tip">/)
    expect(html).toMatch(/<\/details>\s*<p>After<\/p>/)
  })

  test('end below a list even if a formatter has indented the end', async () => {
    const html = await render(':::tip\nText\n\n- One\n- Two\n  :::\n\nAfter')
    expect(html).toMatch(/<\/ul>\s*<\/aside>\s*<p>After<\/p>/)
  })

  test('end below a list, and line numbers are still right', async () => {
    const markdown = ':::tip\n- One\n- Two\n:::\n\nAfter'
    expect(await render(markdown)).toMatch(/<\/ul>\s*<\/aside>\s*<p>After<\/p>/)
    expect(rewriteMarkup(markdown).moved).toEqual([[5, 4]])
    expect(joinMoves([[5, 4]], [[2, 7]])).toEqual([
      [2, 7],
      [5, 9],
    ])
  })

  test('an unknown name without a title leaves its content', async () => {
    expect(await render('::: code-group\n```js\nlet tide\n```\n:::')).not.toMatch(/callout|:::|\{%/)
  })

  test('stay in their list item or quotation', async () => {
    const html = await render('- One\n\n  :::tip\n  Two\n  :::\n- Three\n\n> :::note\n> Four\n> :::')
    expect(html).toMatch(/<li>\s*<p>One<\/p>\s*<aside/)
    expect(html).toMatch(/<blockquote>\s*<aside/)
  })

  test.each(['```\n:::tip\na\n:::\n```', ':::tip\nnever closed', 'Text ::: more', ':::\nonly an end'])(
    '%j stays unchanged',
    (markdown) => {
      expect(rewriteMarkup(markdown).body).toBe(markdown)
    },
  )
})

describe('admonitions', () => {
  test('contain the indented text, and keep every line number', async () => {
    const markdown = '!!! warning "High water"\n    Text\n\n    - a list\n\n        code\n\nAfter\n'
    expect(rewriteMarkup(markdown).body.split('\n')).toHaveLength(markdown.split('\n').length)
    const html = await render(markdown)
    expect(html).toMatch(/data-kind="warning"><p class="callout-title">High water<\/p>\s*<p>Text<\/p>\s*<ul>/)
    expect(html).toMatch(/<\/aside>\s*<p>After<\/p>/)
  })

  test('are collapsible if written with question marks', async () => {
    expect(await render('??? note "More"\n    Text')).toMatch(
      /<details class="callout" data-kind="note"><summary/,
    )
    expect(await render('???+ note\n    Text')).toMatch(/<details class="callout" data-kind="note" open/)
  })

  test('can contain another, which ends with it', async () => {
    const html = await render('!!! note\n    One\n\n    !!! tip\n        Two\n\nAfter')
    expect(html).toMatch(
      /<p>One<\/p>\s*<aside class="callout" data-kind="tip">[\s\S]*Two<\/p><\/aside><\/aside>/,
    )
    expect(html).toMatch(/<p>After<\/p>/)
  })

  test.each(['!!! what a tide', '!!! note\nnot indented', '```\n!!! note\n    a\n```'])(
    '%j stays unchanged',
    (markdown) => {
      expect(rewriteMarkup(markdown).body).toBe(markdown)
    },
  )
})

describe('short notations', () => {
  test.each([
    ['[[toc]]', '{% toc %}'],
    ['[TOC]', '{% toc %}'],
    ['[[_TOC_]]', '{% toc %}'],
    ['@[youtube](aaaaaaaaaaa)', '{% youtube aaaaaaaaaaa %}'],
    ['@[card](https://example.com/a)', '{% embed https://example.com/a %}'],
    ['See ![a "tide"](/a.png =250x)', 'See <img src="/a.png" alt="a &quot;tide&quot;" width="250">'],
  ])('%j', (markdown, expected) => {
    expect(rewriteMarkup(markdown).body).toBe(expected)
  })

  test('stay unchanged in code and in sentences', () => {
    const markdown = 'Write `![a](b =1x1)` or [TOC] here.\n\n```\n[[toc]]\n```'
    expect(rewriteMarkup(markdown).body).toBe(markdown)
  })
})
