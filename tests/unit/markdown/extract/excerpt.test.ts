import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown/render'

const excerptOf = async (body: string) => (await renderMarkdown(body)).rendered.excerpt

test('the source of a tag that cannot be shown is in no excerpt', async () => {
  expect(await excerptOf('{% strange 1 %}\n\nThe lock was built in 1893.')).toBe(
    'The lock was built in 1893.',
  )
  expect(await excerptOf('Before {% strange 1 %} after.')).toBe('Before after.')
})
