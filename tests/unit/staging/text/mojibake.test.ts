import { describe, expect, test } from 'vitest'
import { repairMojibake } from '@/lib/staging/text/mojibake'
import { repairBody, reportRepairs } from '@/lib/staging/text/repair-body'
import { decodeWindows1252 } from '@/lib/staging/text/windows-1252'
import { expectSteady } from '../../../growth'

/**
 * How UTF-8 looks in an editor that mistakes it for Windows-1252; the five bytes it does not define become control
 * characters.
 */
function damage(text: string): string {
  return decodeWindows1252(new TextEncoder().encode(text))
}

describe('repairMojibake', () => {
  test.each([
    'It’s a year – “really”',
    'cake 🥹 and 😉',
    'naïve café, voilà',
    'Zażółć gęślą jaźń',
    'Привет, мир',
    '日本語の記事',
    'un cœur',
    '5 € → 4 €',
    'non breaking',
  ])('repairs %j', (text) => {
    expect(repairMojibake(damage(text)).text).toBe(text)
  })

  test('repairs text that was damaged twice', () => {
    expect(repairMojibake(damage(damage('It’s 😉'))).text).toBe('It’s 😉')
  })

  test('repairs text that was damaged by Latin-1', () => {
    expect(repairMojibake(Buffer.from('It’s 😉').toString('latin1')).text).toBe('It’s 😉')
  })

  test.each([
    'voilà » et « café »',
    '„Spaß“ und Maß…',
    'KNÍŽKA a ÚŽASNÝ',
    '“MANHÔ',
    'CAFÉ… et puis',
    '3×½ and 10×²',
    'Ä“ is a letter',
    '“It’s … you!” – 5 €',
    'ÀÉÎÕÜ àéîõü',
    'það… »',
  ])('does not change correct text: %j', (text) => {
    expect(repairMojibake(text)).toEqual({ text, runs: [] })
  })

  test('repairs text next to intact characters of the same kind', () => {
    expect(repairMojibake('“Itâ€™s”').text).toBe('“It’s”')
    expect(repairMojibake('– â€“ –').text).toBe('– – –')
  })

  test('reports lines and columns', () => {
    expect(repairMojibake('ok\nno â€“ yes').runs).toEqual([
      { line: 2, column: 4, damaged: 'â€“', repaired: '–' },
    ])
  })
})

describe('repairBody', () => {
  test.each([
    ['a code span', 'Write `â€™`'],
    ['a fence', '```\nâ€™\n```'],
    ['indented code', 'Text\n\n    â€™'],
    ['HTML code', 'Text <code>â€™</code>'],
    ['a Liquid block', '{% highlight text %}\nâ€™\n{% endhighlight %}'],
    ['a shortcode', '{{< highlight text >}}\nâ€™\n{{< /highlight >}}'],
  ])('never changes %s', (_, body) => {
    expect(repairBody(body).text).toBe(body)
    expect(repairBody(`${body}\n\nItâ€™s`).text).toBe(`${body}\n\nIt’s`)
  })
})

test('one warning gives the position of the first repair and the lines of the others', () => {
  const { runs } = repairMojibake('â€™\n\nâ€“ â€“')
  expect(reportRepairs('content/posts/a.md', runs)).toMatchObject([
    { severity: 'warning', rule: 'mojibake', file: 'content/posts/a.md', line: 1, column: 1 },
  ])
  expect(reportRepairs('content/posts/a.md', runs)[0]?.message).toContain('2 more (line 3)')
  expect(reportRepairs('content/posts/a.md', [])).toEqual([])
})

test('repairs 40,000 characters about as fast per character as 5,000', () => {
  expectSteady((size) => repairMojibake('Itâ€™s\n'.repeat(size)), 5000)
})
