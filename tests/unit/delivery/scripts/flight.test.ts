import { describe, expect, test } from 'vitest'
import { parsePage } from '@/lib/delivery/html'
import { clientModuleIds, cutFlight } from '@/lib/delivery/scripts/flight'

describe('clientModuleIds', () => {
  test('lists every client module of the flight data', () => {
    expect(ids('1:"$Sreact.fragment"\n3:I[39756,["$2"],"default"]\nb:I["71",["/a.js"],"Counter"]\n')).toEqual(
      ['39756', '71'],
    )
  })

  test('joins a row that is split over several chunks', () => {
    expect(ids('3:I[397', '56,[],"default"]\n')).toEqual(['39756'])
  })

  test('mistakes nothing that an author wrote for a row', () => {
    const text = 'é\n9:I[1,[],"not a module"]\n'
    expect(ids(`1:I[2,[],""]\n5:T${Buffer.byteLength(text).toString(16)},${text}6:I[3,[],""]\n`)).toEqual([
      '2',
      '3',
    ])
  })

  test('reads binary chunks', () => {
    const base64 = Buffer.from('1:I[4,[],""]\n').toString('base64')
    expect([...clientModuleIds(parsePage(page(`[3,"${base64}"]`)))]).toEqual(['4'])
  })

  test('reads flight data that was cut off before the page was parsed, in order', () => {
    const chunks = ['1:I[4,[],""]\n2:I[5', '1,[],""]\n', '3:I[6,[],""]\n'].map((each) =>
      JSON.stringify([1, each]),
    )
    const html = `<body><p>text</p>${page('[0]', ...chunks)}</body>`
    const { html: bare, cutOff } = cutFlight(html)
    expect(bare).toBe(`<body><p>text</p>${page(chunks[2] ?? '')}</body>`)
    expect([...clientModuleIds(parsePage(bare), cutOff)]).toEqual(['4', '51', '6'])
  })

  test.each([
    '<p>text</p>',
    `<p>a</p>${'<script>own()</script>'}`,
    `<p title="${'<script>self.__next_f.push(1)'}">`,
  ])('cuts nothing off a page that does not end with flight data: %s', (html) => {
    expect(cutFlight(html)).toEqual({ html, cutOff: [] })
  })

  test.each([
    ['a page without flight data', '<p>text</p>', /no flight data/],
    ['an unknown kind of chunk', page('[7,"x"]'), /unknown kind/],
    ['flight data written in another way', '<script>self.__next_f=load("x")</script>', /unknown format/],
    ['a cut row', page('[1,"abc"]'), /inside a row/],
  ])('rejects %s', (_, html, message) => {
    expect(() => clientModuleIds(parsePage(html))).toThrow(message)
  })
})

function ids(...chunks: string[]): string[] {
  return [...clientModuleIds(parsePage(page('[0]', ...chunks.map((chunk) => JSON.stringify([1, chunk])))))]
}

function page(...chunks: string[]): string {
  return chunks.map((chunk) => `<script>(self.__next_f=self.__next_f||[]).push(${chunk})</script>`).join('')
}
