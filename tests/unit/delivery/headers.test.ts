import { describe, expect, test } from 'vitest'
import { responseHeaders } from '@/lib/delivery/headers.js'

describe('responseHeaders', () => {
  test('keeps search engines out of a preview, and of nothing else', () => {
    expect(JSON.stringify(responseHeaders({ isPreview: true }))).toContain('noindex')
    expect(JSON.stringify(responseHeaders({ isPreview: false }))).not.toContain('noindex')
  })

  test('lets what is named by its content be kept for ever', () => {
    const kept = responseHeaders({ isPreview: false }).filter(({ headers }) =>
      headers.some(({ value }) => value.includes('immutable')),
    )
    expect(kept.map(({ source }) => source)).toEqual(['/_quire/:path*'])
  })
})
