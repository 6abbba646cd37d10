import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { htmlPage } from '@/components/responses/html-page'
import { responseHeaders } from '@/lib/delivery/headers.js'

test('the style in a page of responses is the one that its policy allows', () => {
  const html = htmlPage({ title: 'a', home: 'b', lang: 'en', stylesheet: '/a.css', children: [] })
  const [, style = ''] = /<style>(.*?)<\/style>/.exec(html) ?? []
  expect(style).toContain('@view-transition')
  const responses = { likes: true, views: false, webmentions: false }
  const policies = responseHeaders({ isPreview: false, responses })
    .filter(({ source }) => source === '/api/:path*' || source === '/admin/:path*')
    .map(({ headers }) => headers.find(({ key }) => key === 'Content-Security-Policy')?.value)
  expect(policies).toHaveLength(2)
  const hash = createHash('sha256').update(style).digest('base64')
  for (const policy of policies) expect(policy).toContain(`style-src 'self' 'sha256-${hash}'`)
})
