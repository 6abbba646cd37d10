import { expect, test } from 'vitest'
import { hoistLanguage } from '@/lib/delivery/page-language'

const page = (content: string, html = 'lang="en-GB"') =>
  `<!DOCTYPE html><html ${html}><body><a class="skip" href="#main">Skip</a><header class="site-header column">A</header><main id="main">${content}</main><footer class="site-footer">B</footer></body></html>`

test('a German text makes its page German, and the layout declares its own language', () => {
  const html = hoistLanguage(
    page(
      '<script type="application/ld+json">{"a":"b"}</script><article class="article" lang="de" dir="ltr"><p lang="fr">x</p></article>',
    ),
  )
  expect(html).toContain('<html lang="de" dir="ltr">')
  expect(html).toContain('<a class="skip" lang="en-GB" dir="ltr" href="#main">')
  expect(html).toContain('<header class="site-header column" lang="en-GB" dir="ltr">')
  expect(html).toContain('<footer class="site-footer" lang="en-GB" dir="ltr">')
  expect(html).toContain('<p lang="fr">x</p>')
})

test('an Arabic list is right-to-left, and an English one on an Arabic site is left-to-right', () => {
  expect(hoistLanguage(page('<div class="column" lang="ar" dir="rtl"></div>'))).toContain(
    '<html lang="ar" dir="rtl">',
  )
  expect(
    hoistLanguage(page('<div class="column" lang="en" dir="ltr"></div>', 'lang="ar" dir="rtl"')),
  ).toContain('<html lang="en" dir="ltr">')
})

test('a header in the language of the page inherits it, and one in a third language keeps it', () => {
  const html = page('<div class="column" lang="de" dir="ltr"></div>')
    .replace('class="site-header column"', 'class="site-header column" lang="de" dir="ltr"')
    .replace('class="site-footer"', 'class="site-footer" lang="ar" dir="rtl"')
  expect(hoistLanguage(html)).toContain('<header class="site-header column">')
  expect(hoistLanguage(html)).toContain('<footer class="site-footer" lang="ar" dir="rtl">')
})

test('labels for the script are no obstacle', () => {
  const html = page('<div class="column" lang="de" dir="ltr"></div>').replace(
    '<main id="main">',
    '<main data-copy="Kopieren" id="main">',
  )
  expect(hoistLanguage(html)).toContain('<html lang="de" dir="ltr">')
})

test('a page in the language of its site stays unchanged', () => {
  const plain = page('<article class="article"><p lang="de">Nur ein Zitat</p></article>')
  expect(hoistLanguage(plain)).toBe(plain)
})
