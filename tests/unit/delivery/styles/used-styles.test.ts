import { describe, expect, test } from 'vitest'
import { readStyleSheet, usedStyles } from '@/lib/delivery/styles/used-styles'

describe('usedStyles', () => {
  test.each([
    ['rules of elements and classes that are there', 'p{a:1}b{a:1}.x{a:1}.y{a:1}', 'p{a:1}.x{a:1}'],
    ['those of a list that can match', 'p,b,p.x,p.y{a:1}', 'p,p.x{a:1}'],
    ['every part that a selector needs', 'p>.x{a:1}p .y{a:1}b~p{a:1}', 'p>.x{a:1}'],
    ['rules of everything', '*,:before,::backdrop,:root{a:1}', '*,:before,::backdrop,:root{a:1}'],
    [
      'states and attributes that may come',
      'p:hover,p[hidden],p[aria-current]{a:1}',
      'p:hover,p[hidden],p[aria-current]{a:1}',
    ],
    ['one branch of many', 'p:is(.x,.y){a:1}p:is(.y,b){a:1}p:not(.y){a:1}', 'p:is(.x,.y){a:1}p:not(.y){a:1}'],
    ['data attributes of the page', 'p[data-here]{a:1}p[data-gone]{a:1}', 'p[data-here]{a:1}'],
    [
      'what conditions and layers hold',
      '@layer m{@media print{p{a:1}b{a:1}}}@layer n{b{a:1}}',
      '@layer m{@media print{p{a:1}}}',
    ],
    ['the order of layers', '@layer a, b;p{a:1}', '@layer a, b;p{a:1}'],
    ['important words', 'p{a:1!important}', 'p{a:1!important}'],
    ['rules within rules', 'p{a:1;&:hover{a:2}& b{a:3}}', 'p{a:1;&:hover{a:2}}'],
    ['escaped names', '.md\\:x{a:1}.md\\:y{a:1}', '.md\\:x{a:1}'],
  ])('keeps %s', (_, css, expected) => {
    expect(use(css)).toBe(expected)
  })

  test('drops custom properties and animations that are no longer used', () => {
    const css =
      ':root{--a:1;--b:var(--a);--c:var(--d);--d:2;--e:3}p{x:var(--b);animation:.1s turn}b{x:var(--c)}' +
      '@keyframes turn{from{x:1}to{x:2}}@keyframes gone{from{x:1}}@property --a{syntax:"*";inherits:false}@property --d{syntax:"*"}'
    expect(use(css, '<p style="x:var(--e)">')).toBe(
      ':root{--a:1;--b:var(--a);--e:3}p{x:var(--b);animation:.1s turn}' +
        '@keyframes turn{from{x:1}to{x:2}}@property --a{syntax:"*";inherits:false}',
    )
  })
})

function use(css: string, markup = ''): string {
  return usedStyles(readStyleSheet(css), new Set(['p', 'x', 'md:x', 'data-here']), markup)
}
