import { expect, test } from 'vitest'
import { parsePage } from '@/lib/delivery/html'
import { acceptScripts } from '@/lib/delivery/scripts/foreign-scripts'

const OWN = { inline: new Set<string>(), urls: new Set<string>() }

test.each([
  '<p title="</noscript>">words</p>',
  '<body><noscript><p>words</p></noscript><p title="</noscript>">more</p>',
])('an attribute that mentions </noscript> is only text: %s', (html) => {
  expect(acceptScripts(html, parsePage(html), { own: OWN, allowedHosts: [] })).toEqual([])
})

test('a <noscript> that a browser would end earlier is refused', () => {
  const html = '<body><noscript><p title="</noscript><script>1</script>"></noscript>'
  expect(() => acceptScripts(html, parsePage(html), { own: OWN, allowedHosts: [] })).toThrow('noscript')
})
