import { expect, test } from 'vitest'
import { localizeNavigation } from '@/lib/blog/lists/navigation'

const site = {
  language: 'en',
  nav: [
    { label: 'Writing', href: '/posts' },
    { label: 'Start', href: '/' },
    { label: 'About', href: '/about' },
    { label: 'Code', href: 'https://code.example/' },
  ],
}

test('a German page links to the German lists, under their German names', () => {
  expect(localizeNavigation(site, { language: 'de', prefix: '/de' })).toEqual([
    { label: 'Beiträge', href: '/de/posts' },
    { label: 'Startseite', href: '/de' },
    { label: 'About', href: '/about' },
    { label: 'Code', href: 'https://code.example/' },
  ])
})

test('pages in the main language keep the words of the author', () => {
  expect(localizeNavigation(site, { language: 'en', prefix: '' })).toEqual(site.nav)
})

test('a language without a translation has its own lists under the words of the author', () => {
  expect(localizeNavigation(site, { language: 'en', prefix: '/th' })[0]).toEqual({
    label: 'Writing',
    href: '/th/posts',
  })
})
