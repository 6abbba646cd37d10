import { expect, test } from 'vitest'
import { defaultSettings } from '../../../lib/markdown/context'
import { parseMarkdown } from '../../../lib/markdown/parse'

test('thousands of elements without an end tag are read in seconds', { timeout: 20_000 }, () => {
  const settings = { ...defaultSettings, source: { ...defaultSettings.source, dialect: 'jekyll' } }
  const tree = parseMarkdown('<div>\n\n'.repeat(8_000), settings)
  expect(tree.children).toHaveLength(8_000)
})
