import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { checkComment, readCommentForm } from '@/lib/responses/comments/check-comment'
import { checkFormToken, MAX_AGE, MIN_AGE, makeFormToken } from '@/lib/responses/comments/form-token'
import { renderComment } from '@/lib/responses/comments/render-comment'
import { Signer } from '@/lib/responses/signing'
import { responseStringsFor } from '@/lib/strings/responses'
import { expectQuick } from '../../cpu-time'

const now = Date.UTC(2026, 10, 21, 12)

describe('a comment', () => {
  const check = (fields: Record<string, string>, blocked: string[] = []) =>
    checkComment(
      readCommentForm(new Map(Object.entries({ name: 'Ada', text: 'Hello', ...fields }))),
      { links: 2 },
      responseStringsFor('en').problems,
      blocked,
    )

  test('is accepted with a name and a text', () => {
    expect(check({ site: 'ada.example' })).toMatchObject({
      ok: true,
      comment: { name: 'Ada', site: 'https://ada.example/', html: '<p>Hello</p>' },
    })
  })

  test.each([
    [{ name: ' ' }, 'Write a name.'],
    [{ name: 'x'.repeat(81) }, '80 characters'],
    [{ text: ' \n ' }, 'Write a comment.'],
    [{ text: 'x'.repeat(5001) }, '5001 characters'],
    [{ site: 'javascript:alert(1)' }, 'not a web address'],
    [{ site: 'https://user:pass@a.example' }, 'not a web address'],
    [{ site: `https://a.example/${'x'.repeat(300)}` }, 'not a web address'],
    [{ text: 'a https://a.example b https://b.example c https://c.example' }, 'too many links'],
  ])('with %j is rejected with a reason', (fields, reason) => {
    const checked = check(fields as Record<string, string>)
    expect(checked.ok ? '' : checked.problems.join()).toContain(reason)
  })

  test('with a blocked word is rejected, in upper or lower case', () => {
    expect(check({ text: 'Buy ＣＨＥＡＰ pills' }, ['cheap pills']).ok).toBe(false)
    expect(check({ site: 'https://spam.example' }, ['spam.example']).ok).toBe(false)
  })

  test.each([
    ['**strong** `code`', '<p><strong>strong</strong> <code>code</code></p>'],
    ['[link](https://a.example)', '<p><a href="https://a.example" rel="nofollow ugc noopener">link</a></p>'],
    ['# Loud', '<p><strong>Loud</strong></p>'],
    ['a <b>tag</b>', '<p>a &#x3C;b>tag&#x3C;/b></p>'],
    ['{% tweet 1 %}', '<p>{% tweet 1 %}</p>'],
    [
      '![cat](https://a.example/c.png)',
      '<p><a href="https://a.example/c.png" rel="nofollow ugc noopener">cat</a></p>',
    ],
  ])('%j becomes %j', (text, html) => {
    expect(renderComment(text).html).toBe(html)
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '<form><math><mtext></form><form><mglyph><style></math><script>alert(1)</script>',
    '`</code><script>alert(1)</script>`',
    '```"><script>alert(1)</script>\ncode\n```',
    '<https://a.example/"onmouseover=alert(1)>',
    '[^1]\n\n[^1]: <iframe src=//evil.example>',
    '| a |\n|---|\n| <svg onload=alert(1)> |',
  ])('%j runs nothing, also when a browser parses it again', (text) => {
    visit(fromHtml(renderComment(text).html, { fragment: true }), 'element', ({ tagName, properties }) => {
      expect(tagName).toMatch(/^(?:p|a|code|pre|strong|em|table|thead|tbody|tr|th|td|sup|section|h2|ol|li)$/)
      for (const [name, value] of Object.entries(properties)) {
        expect(name).toMatch(/^(?:href|rel|align|start)$/)
        if (name === 'href') expect(String(value)).toMatch(/^(?:https?:|mailto:|#)/)
      }
    })
  })
})

test.each([
  '>',
  '> ',
  '- ',
  '1. ',
  '[',
  ']',
  '**a',
  '<b>',
  '|',
  '![',
  '&',
  '*a_',
  '`',
  '<!--',
  '[a]: b\n',
  '#',
])('a comment of %j is shown and rendered quickly', async (piece) => {
  const { html } = await expectQuick(
    () => renderComment(`${piece.repeat(4990 / piece.length)}\n\nword`),
    3000,
  )
  if (piece !== '[a]: b\n') expect(html).toMatch(/word|^$/)
})

describe('a form', () => {
  const signer = new Signer(Buffer.alloc(32, 1))
  const token = makeFormToken(signer, 'a-post', now)

  test.each([
    [0, 'too-fast'],
    [MIN_AGE, 'fine'],
    [MAX_AGE, 'fine'],
    [MAX_AGE + 1, 'too-old'],
  ])('sent after %i ms is %s', (age, verdict) => {
    expect(checkFormToken(signer, 'a-post', token, now + age)).toBe(verdict)
  })

  test.each([
    '',
    'a-post~abc',
    `${token}x`,
    token.replace('a-post', 'b-post'),
    new Signer(Buffer.alloc(32, 2)).sign('form', 'a-post~0'),
    signer.sign('comment', 'a-post~0'),
    'x'.repeat(100_000),
  ])('with the token %.40j is forged', (forged) => {
    expect(checkFormToken(signer, 'a-post', forged, now + 10_000)).toBe('forged')
  })

  test('for another post is not valid for this one', () => {
    expect(checkFormToken(signer, 'b-post', token, now + 10_000)).toBe('forged')
  })
})
